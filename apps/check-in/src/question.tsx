import type { Item } from './api.ts';

interface Props {
  readonly item: Item;
  readonly value: number | undefined;
  readonly onAnswer: (linkId: string, value: number) => void;
}

/** One item with its options below each other: a thumb reaches them all, and a reader names each with its question. */
export function Question({ item: { linkId, text, options }, value, onAnswer }: Props) {
  return (
    <fieldset>
      <legend>{text}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={linkId}
            checked={value === option.value}
            onChange={() => {
              onAnswer(linkId, option.value);
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
