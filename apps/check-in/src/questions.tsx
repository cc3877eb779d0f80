import { useEffect, useRef } from 'preact/hooks';
import { type Answers, type Given, isOpen, type Submission, toSubmission } from './answers.ts';
import type { Crisis, Item } from './form.ts';
import { askedOf, firstOpen, openIn, startAnswers } from './asked.ts';
import type { Questionnaire } from './in-language.ts';
import { IntroPage, Introduction } from './introduction.tsx';
import { answersIn, type Entries } from './keep/entries.ts';
import { Stopwatch } from './pacing.ts';
import { Question } from './question.tsx';
import { usePage } from './use-page.ts';
import { useWords } from './words/use-words.ts';

/** Up to here all items are on one page; beyond it each has a screen of its own. */
const mostOnOnePage = 6;

interface Props {
  readonly questionnaire: Questionnaire;
  readonly crisis: Crisis | undefined;
  readonly entries: Entries;
  readonly sending: 'no' | 'now' | 'refused';
  readonly onAnswer: (linkId: string, value: Given) => void;
  readonly onSeconds: (linkId: string, seconds: number) => void;
  readonly onSend: (submission: Submission) => void;
}

/** The questions themselves, on one page or one after the other. */
export function Questions(props: Props) {
  const { questionnaire, crisis, entries, sending, onAnswer, onSeconds, onSend } = props;
  const words = useWords();
  const { title, items, language } = questionnaire;
  const paged = items.filter(({ kind }) => kind !== 'display').length > mostOnOnePage;
  const answers: Answers = { ...startAnswers(items, entries), ...answersIn(entries) };
  const asked = askedOf(items, answers);
  const last = paged ? asked.length - 1 : 0;
  // −1 is the page before the first question.
  const steps = usePage(paged ? -1 : 0);
  const page = paged ? Math.min(steps.page, last) : 0;
  const heading = useRef<HTMLHeadingElement>(null);
  const watch = useWatch();

  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
    watch.lap();
  }, [page]);

  if (page === -1) {
    const begun = Object.keys(answersIn(entries)).length > 0;
    return (
      <IntroPage
        {...{ questionnaire, crisis, heading, begun, count: asked.length }}
        onStart={() => {
          steps.go(begun ? firstOpen(asked, answers) : 0);
        }}
      />
    );
  }

  const shown = paged ? asked.slice(page, page + 1) : asked;
  const here = shown[0]?.item;
  const leave = (step: () => void) => {
    if (paged && here) onSeconds(here.linkId, watch.lap());
    step();
  };
  const { missing, needed } = openIn(asked, answers);
  return (
    <main>
      {paged ? (
        <>
          <div class="progress">
            <p>{words.question(page + 1, asked.length)}</p>
            <progress max={asked.length} value={page + 1} aria-label={words.progress} />
          </div>
          <h1 class="hidden" ref={heading} tabIndex={-1}>
            {title}: {words.question(page + 1, asked.length)}
          </h1>
        </>
      ) : (
        <>
          <Introduction {...{ questionnaire, crisis, heading }} />
          <p class="progress">{words.questions(asked.length)}</p>
        </>
      )}
      {shown.map(({ item, before }) => (
        <Question
          key={item.linkId}
          {...{ item, before, language, crisis }}
          value={answers[item.linkId]}
          onAnswer={(linkId, value) => {
            onSeconds(linkId, watch.lap());
            onAnswer(linkId, value);
          }}
        />
      ))}
      {page === last && missing > 0 && (
        <p class="quiet">{missing === asked.length ? words.noAnswer : words.missing(missing)}</p>
      )}
      {page === last && needed > 0 && <p class="warning">{words.needed(needed)}</p>}
      {sending === 'refused' && (
        <p class="warning" role="alert">
          {words.refused}
        </p>
      )}
      <nav>
        {paged && (
          <button
            type="button"
            onClick={() => {
              leave(steps.back);
            }}
          >
            {words.back}
          </button>
        )}
        {page < last ? (
          <button
            type="button"
            class="primary"
            onClick={() => {
              leave(() => {
                steps.go(page + 1);
              });
            }}
          >
            {isOpen(answers[here?.linkId ?? '']) ? words.skip : words.next}
          </button>
        ) : (
          <button
            type="button"
            class="primary"
            disabled={sending === 'now' || missing === asked.length || needed > 0}
            onClick={() => {
              leave(() => {
                onSend(toSubmission(itemsOf(asked), answers));
              });
            }}
          >
            {sending === 'now' ? words.sending : words.send}
          </button>
        )}
      </nav>
    </main>
  );
}

const itemsOf = (asked: readonly { readonly item: Item }[]) => asked.map(({ item }) => item);

/** Runs while the page is looked at. */
function useWatch(): Stopwatch {
  const watch = useRef<Stopwatch>(null);
  watch.current ??= new Stopwatch();
  useEffect(() => {
    const look = () => watch.current?.show(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return watch.current;
}
