import { useEffect, useState } from 'preact/hooks';
import { crisisOf, openForm, passes, troubleIn, type Trouble } from './api.ts';
import type { Crisis, Result } from './form.ts';
import type { Submission } from './answers.ts';
import { crisisIn, inLanguage } from './in-language.ts';
import { answersIn, merge, write } from './keep/entries.ts';
import type { Kept } from './keep/kept.ts';
import { reopened, send } from './keep/send.ts';
import { forget } from './keep/tab.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Message } from './message.tsx';
import { sendWhenConnected } from './offline/register.ts';
import { isRisk } from './question.tsx';
import { Questions } from './questions.tsx';
import { SentPage } from './sent-page.tsx';
import { TroublePage } from './trouble-page.tsx';
import { useKept } from './keep/use-kept.ts';
import { useSaving } from './keep/use-saving.ts';
import { useLanguage } from './words/use-language.ts';
import { WordsContext } from './words/use-words.ts';
import { WaitingPage } from './waiting-page.tsx';

type State =
  | { readonly at: 'opening' }
  | { readonly at: 'form'; readonly sending: 'no' | 'now' | 'refused' }
  | { readonly at: 'waiting' }
  | { readonly at: 'sent'; readonly result: readonly Result[] | null }
  | { readonly at: 'trouble'; readonly trouble: Trouble };

const atFirst = (start: Kept | 'sent' | null): State => {
  if (start === 'sent') return { at: 'trouble', trouble: 'link-used' };
  if (start === null) return { at: 'trouble', trouble: 'link-unknown' };
  return start.queued ? { at: 'waiting' } : { at: 'opening' };
};

/** The whole form: opens the link, asks, sends, thanks; or says kindly why not. */
export function CheckIn({ start }: { readonly start: Kept | 'sent' | null }) {
  const [state, setState] = useState<State>(() => atFirst(start));
  const { kept, update, close, current } = useKept(typeof start === 'string' ? null : start);
  const { language, words, choose } = useLanguage(kept?.language, kept?.form?.language);
  const form = kept?.form;
  /** What to say in danger where there is no form to bring it. */
  const [texts, setTexts] = useState<readonly Crisis[]>([]);

  const fail = (trouble: Trouble) => {
    const mine = current();
    if (mine && !passes(trouble)) {
      close();
      void forget(mine, { arrived: trouble === 'link-used' });
    }
    setState({ at: 'trouble', trouble });
  };

  const open = async () => {
    const mine = current();
    if (!mine) return;
    try {
      const read = await openForm(mine.token);
      update((each) => ({
        ...each,
        form: read,
        entries: merge(each.entries, read.draft, read.instrument.items),
      }));
      setState({ at: 'form', sending: 'no' });
    } catch (error) {
      const trouble = troubleIn(error);
      // Without a connection it goes on with the form as it was last read.
      if (passes(trouble) && mine.form) setState({ at: 'form', sending: 'no' });
      else {
        setTexts(crisisOf(error));
        fail(trouble);
      }
    }
  };

  const deliver = async () => {
    const mine = current();
    if (!mine?.queued) return;
    const outcome = await send(mine);
    if (outcome.arrived) {
      close();
      await forget(mine, { arrived: true });
      setState({ at: 'sent', result: outcome.result });
    } else if (passes(outcome.trouble)) {
      setState({ at: 'waiting' });
      void sendWhenConnected();
    } else if (outcome.trouble === 'refused') {
      update(reopened);
      setState({ at: 'form', sending: 'refused' });
    } else fail(outcome.trouble);
  };

  useEffect(() => {
    if (state.at === 'opening') void open();
    if (state.at === 'waiting') void deliver();
  }, [state.at]);

  useEffect(() => {
    if (!kept)
      void openForm('').catch((error: unknown) => {
        setTexts(crisisOf(error));
      });
  }, []);

  const saving = useSaving({
    kept,
    update,
    active: state.at === 'form' && state.sending !== 'now',
    onClosed: fail,
  });

  if (!words) return null;
  const line = lineOf(state, saving);
  return (
    <WordsContext.Provider value={words}>
      <header class="top">
        <p class="state" role="status">
          {line === 'none' ? '' : words[line]}
        </p>
        <LanguageSwitch
          language={language}
          onChoose={(chosen) => {
            choose(chosen);
            update((each) => ({ ...each, language: chosen }));
          }}
        />
      </header>
      {page()}
    </WordsContext.Provider>
  );

  function page() {
    if (state.at === 'opening') return <Message title={words?.opening ?? ''} busy />;
    // What was answered here stays at hand until the page is left: a form that closes leaves nobody without a number.
    const crisis = crisisIn(form ?? { crisis: texts }, words?.language ?? language);
    const atRisk = riskIn(kept);
    if (state.at === 'trouble' || !kept || !form) {
      const trouble = state.at === 'trouble' ? state.trouble : 'link-unknown';
      const again = () => {
        setState({ at: 'opening' });
      };
      return (
        <TroublePage {...{ trouble, crisis, atRisk }} waited={kept?.queued !== undefined} onAgain={again} />
      );
    }
    if (state.at === 'sent') {
      return <SentPage {...{ crisis, atRisk }} result={state.result} wording={form.wording} />;
    }
    if (state.at === 'waiting') return <WaitingPage {...{ crisis, atRisk }} onTry={deliver} />;
    return (
      <Questions
        questionnaire={inLanguage(form, words?.language ?? language)}
        crisis={crisis}
        entries={kept.entries}
        sending={state.sending}
        onAnswer={(linkId, value) => {
          update((each) => ({ ...each, entries: write(each.entries, linkId, value, Date.now()) }));
        }}
        onSeconds={(linkId, seconds) => {
          update((each) => ({
            ...each,
            seconds: { ...each.seconds, [linkId]: (each.seconds[linkId] ?? 0) + seconds },
          }));
        }}
        onSend={(queued: Submission) => {
          setState({ at: 'form', sending: 'now' });
          update((each) => ({ ...each, queued, queuedAt: new Date().toISOString() }));
          void deliver();
        }}
      />
    );
  }
}

const lineOf = (state: State, saving: 'none' | 'saved' | 'kept') => (state.at === 'form' ? saving : 'none');

function riskIn(kept: Kept | null): boolean {
  const answers = answersIn(kept?.entries ?? {});
  return kept?.form?.instrument.items.some((item) => isRisk(item, answers[item.linkId])) ?? false;
}
