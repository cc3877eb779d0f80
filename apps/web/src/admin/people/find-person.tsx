import { t } from '@lingui/core/macro';
import { Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { peopleQuery } from '../../api/people.ts';

const shown = 8;

interface Props {
  readonly label: string;
  readonly onFound: (personId: string) => void;
}

/** Clients and staff by something that their name begins with, those whom the reader may see. */
export function FindPerson({ label, onFound }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [typed] = useDebouncedValue(text.trim(), 200);
  // Whoever types on is not given whom the beginning had found.
  const enabled = typed !== '' && text.trim() === typed;
  const { data } = useInfiniteQuery({ ...peopleQuery({ search: typed }), enabled });
  const found = enabled ? (data ?? []).slice(0, shown) : [];
  const at = Math.min(chosen, found.length - 1);
  const take = (personId: string | undefined) => {
    if (personId === undefined) return;
    setText('');
    onFound(personId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setChosen((at + step + found.length) % found.length);
    }
    if (event.key === 'Enter') take(found[at]?.personId);
    if (event.key === 'Escape') setText('');
  };
  return (
    <div className="find-person">
      <TextInput
        label={label}
        placeholder={t`Name`}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={t`People found`}
        className="plain palette"
        hidden={found.length === 0}
      >
        {found.map(({ personId, name, kind }, index) => (
          <li
            key={personId}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => {
              take(personId);
            }}
          >
            {name}
            <Text span size="sm" c="dimmed">
              {kind === 'client' ? t`client` : t`staff`}
            </Text>
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed" role="status">
        {enabled && data?.length === 0 && t`Nobody is called like this.`}
      </Text>
    </div>
  );
}
