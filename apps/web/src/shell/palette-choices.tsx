import { t } from '@lingui/core/macro';
import { Kbd, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { SignedIn } from '../api/session.ts';
import { useChoices } from './use-choices.ts';

interface Props {
  readonly person: SignedIn;
  /** Where the person was before. */
  readonly focused: Element | null;
  readonly onDone: () => void;
}

/** So many actions of the page have a key of their own. */
const withKeys = 9;

export function PaletteChoices({ person, focused, onDone }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const choices = useChoices(person, text.trim(), focused);
  const keyOf = (index: number) =>
    choices[index]?.ofPage === true && index < withKeys ? `Alt ${index + 1}` : null;
  const at = Math.min(chosen, choices.length - 1);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  const take = (index: number) => {
    onDone();
    void choices[index]?.go();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && choices.length > 0) {
      event.preventDefault();
      setChosen((at + step + choices.length) % choices.length);
    }
    // By the place of the key: with Alt some keyboards write another sign.
    const digit = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    if (digit !== undefined && keyOf(Number(digit) - 1) !== null) {
      event.preventDefault();
      take(Number(digit) - 1);
    }
    if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      take(at);
    }
  };
  return (
    <>
      <TextInput
        data-autofocus
        label={t`Page, person or action`}
        placeholder={t`Begin to type`}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t`Where to go`} className="plain palette">
        {choices.map(({ key, title, hint }, index) => (
          <li
            key={key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => {
              take(index);
            }}
          >
            {title}
            <Text span size="sm" c="dimmed">
              {hint} {keyOf(index) !== null && <Kbd size="xs">{keyOf(index)}</Kbd>}
            </Text>
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed" role="status">
        {choices.length === 0 && t`Nothing begins like this.`}
      </Text>
    </>
  );
}
