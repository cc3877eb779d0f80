import type { Ref } from 'preact';
import type { Crisis } from './form.ts';
import { CrisisNotice } from './crisis-notice.tsx';
import type { Questionnaire } from './in-language.ts';
import { saidIn } from './said-in.ts';
import { useWords } from './words/use-words.ts';

interface Props {
  readonly questionnaire: Questionnaire;
  readonly crisis: Crisis | undefined;
  readonly heading: Ref<HTMLHeadingElement>;
}

/** What it is about, what it is not, and whom to call instead. */
export function Introduction({ questionnaire, crisis, heading }: Props) {
  const words = useWords();
  const { title, intro, notice, validated, language } = questionnaire;
  const said = saidIn(language);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} {...said}>
        {title}
      </h1>
      {language.split('-')[0] !== words.language && (
        <p class="label">{words.onlyIn(nameOf(language, words.language))}</p>
      )}
      <p class="intro" {...said}>
        {intro}
      </p>
      {!validated && <p class="label">{words.notMeasure}</p>}
      {notice !== null && notice !== '' && (
        <p class="quiet" {...said}>
          {notice}
        </p>
      )}
      <CrisisNotice crisis={crisis} about={words.notWatched} />
    </>
  );
}

interface IntroPageProps extends Props {
  readonly begun: boolean;
  readonly count: number;
  readonly onStart: () => void;
}

/** The page before the first of many questions. */
export function IntroPage({ begun, count, onStart, ...props }: IntroPageProps) {
  const words = useWords();
  return (
    <main>
      <Introduction {...props} />
      <nav>
        <button type="button" class="primary" onClick={onStart}>
          {begun ? words.goOn : words.start(count)}
        </button>
      </nav>
    </main>
  );
}

function nameOf(language: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
