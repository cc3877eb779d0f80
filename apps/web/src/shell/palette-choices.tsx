import { t } from '@lingui/core/macro';
import { Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { SignedIn } from '../api/session.ts';
import { useChoices } from './use-choices.ts';

interface Props {
  readonly person: SignedIn;
  readonly onDone: () => void;
}

export function PaletteChoices({ person, onDone }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const choices = useChoices(person, text.trim());
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
              {hint}
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
