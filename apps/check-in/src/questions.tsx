import { useEffect, useRef, useState } from 'preact/hooks';
import { type Answers, forget, type Given, isOpen, keep, readKept, toSubmission } from './answers.ts';
import { type Form, Refused, submit, type Trouble } from './api.ts';
import { type Asked, askedOf, initialAnswers, openIn } from './asked.ts';
import { isRisk, Question } from './question.tsx';

/** After a reload one goes on where one was. */
const firstOpen = (asked: readonly Asked[], answers: Answers) =>
  Math.max(
    0,
    asked.findIndex(({ item }) => isOpen(answers[item.linkId])),
  );

/** What to do when it could not be sent. */
const notSent = {
  away: 'It could not be sent. Your answers are kept here: check your connection and press Send again.',
  busy: 'It could not be sent just now. Your answers are kept here: press Send again in a moment.',
  refused: 'These answers were not accepted. Go back and look through them, or tell your therapist.',
};

/** Up to here all items are on one page; beyond it each has a screen of its own. */
const mostOnOnePage = 6;

interface Props {
  readonly token: string;
  readonly form: Form;
  /** @param atRisk whether an answer asks for help at once */
  readonly onSent: (atRisk: boolean) => void;
  readonly onTrouble: (trouble: Trouble) => void;
}

export function Questions({ token, form, onSent, onTrouble }: Props) {
  const { title, intro, notice, validated, items } = form.instrument;
  const paged = items.filter(({ kind }) => kind !== 'display').length > mostOnOnePage;
  const [kept, setKept] = useState(() => {
    const before = readKept(sessionStorage, form.requestId);
    return { ...before, answers: { ...initialAnswers(items), ...before.answers } };
  });
  const asked = askedOf(items, kept.answers);
  const begun = items.some(({ linkId, initial }) => kept.answers[linkId] !== initial);
  // −1 is the page before the first question.
  const [page, setPage] = useState(-1);
  const [sending, setSending] = useState<'no' | 'now' | 'away' | 'busy' | 'refused'>('no');
  const heading = useRef<HTMLHeadingElement>(null);
  const last = paged ? asked.length - 1 : 0;

  useEffect(() => {
    document.title = title;
    document.documentElement.lang = 'en';
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, [page, title]);

  const answer = (linkId: string, value: Given) => {
    const answers: Answers = { ...kept.answers, [linkId]: value };
    const next = { ...kept, answers };
    keep(sessionStorage, form.requestId, next);
    setKept(next);
  };

  const send = async () => {
    setSending('now');
    try {
      const sent = asked.map(({ item }) => item);
      await submit(token, kept.key, toSubmission(sent, kept.answers));
      forget(sessionStorage, form.requestId);
      onSent(sent.some((item) => isRisk(item, kept.answers[item.linkId])));
    } catch (error) {
      const trouble = error instanceof Refused ? error.trouble : 'away';
      if (trouble === 'away' || trouble === 'busy' || trouble === 'refused') setSending(trouble);
      else onTrouble(trouble);
    }
  };

  if (page === -1) {
    return (
      <main>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p class="intro">{intro}</p>
        {!validated && (
          <p class="label">This check-in is a conversation aid. It is not a validated measure.</p>
        )}
        {notice !== null && notice !== '' && <p class="quiet">{notice}</p>}
        <p class="notice">
          Nobody watches this form for emergencies. If you are in danger or need help now, call your local
          emergency number.
        </p>
        <nav>
          <button
            type="button"
            class="primary"
            onClick={() => setPage(paged && begun ? firstOpen(asked, kept.answers) : 0)}
          >
            {begun ? 'Go on' : `Start · ${asked.length} questions`}
          </button>
        </nav>
      </main>
    );
  }

  const shown = paged ? asked.slice(page, page + 1) : asked;
  const { missing, needed } = openIn(asked, kept.answers);
  return (
    <main>
      <header>
        <p class="progress" role="status">
          {paged ? `Question ${page + 1} of ${asked.length}` : `${asked.length} questions`}
        </p>
        {paged && <progress max={asked.length} value={page + 1} aria-label="Progress" />}
      </header>
      <h1 class="hidden" ref={heading} tabIndex={-1}>
        {title}
        {paged && `, question ${page + 1} of ${asked.length}`}
      </h1>
      {shown.map(({ item, before }) => (
        <Question
          key={item.linkId}
          {...{ item, before }}
          value={kept.answers[item.linkId]}
          onAnswer={answer}
        />
      ))}
      {page === last && missing > 0 && (
        <p class="quiet">
          {missing === asked.length
            ? 'No question has an answer yet. Go back and answer at least one, or just close this page.'
            : `${missing === 1 ? 'One question has' : `${missing} questions have`} no answer yet. You can go back, or send it as it is.`}
        </p>
      )}
      {page === last && needed > 0 && (
        <p class="warning">
          {needed === 1 ? 'One question needs' : `${needed} questions need`} an answer before this can be
          sent.
        </p>
      )}
      {(sending === 'away' || sending === 'busy' || sending === 'refused') && (
        <p class="warning" role="alert">
          {notSent[sending]}
        </p>
      )}
      <nav>
        <button type="button" onClick={() => setPage(page - 1)}>
          Back
        </button>
        {page < last ? (
          <button type="button" class="primary" onClick={() => setPage(page + 1)}>
            {isOpen(kept.answers[shown[0]?.item.linkId ?? '']) ? 'Skip' : 'Next'}
          </button>
        ) : (
          <button
            type="button"
            class="primary"
            disabled={sending === 'now' || missing === asked.length || needed > 0}
            onClick={() => void send()}
          >
            {sending === 'now' ? 'Sending…' : 'Send'}
          </button>
        )}
      </nav>
    </main>
  );
}
