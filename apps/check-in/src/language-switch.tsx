import { type Language, languages } from './words/languages.ts';
import { useWords } from './words/use-words.ts';

interface Props {
  readonly language: Language;
  readonly onChoose: (language: Language) => void;
}

/** Each language by its own name. The phone's own list: it needs no script and every reader knows it. */
export function LanguageSwitch({ language, onChoose }: Props) {
  const { languageLabel } = useWords();
  return (
    <select
      class="language"
      aria-label={languageLabel}
      value={language}
      onChange={(event) => {
        onChoose(event.currentTarget.value as Language);
      }}
    >
      {Object.entries(languages).map(([tag, name]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  );
}
