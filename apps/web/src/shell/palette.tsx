import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Kbd, Modal, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { findClientsQuery } from '../api/caseload.ts';
import { may, type SignedIn } from '../api/session.ts';
import { pagesOf } from './pages.ts';

const clientsShown = 6;

/** Goes anywhere by keyboard: a page, or a client by the beginning of a name. */
export function Palette({ person }: { readonly person: SignedIn }) {
  const [opened, setOpened] = useState(false);
  useHotkeys(
    [
      [
        'mod+K',
        () => {
          setOpened(true);
        },
      ],
    ],
    [],
  );
  const close = () => {
    setOpened(false);
  };
  return (
    <>
      <UnstyledButton
        className="palette-button wide-only"
        aria-label={t`Go to a page or client`}
        onClick={() => {
          setOpened(true);
        }}
      >
        <Trans>
          Go to… <Kbd size="xs">Ctrl K</Kbd>
        </Trans>
      </UnstyledButton>
      {opened && (
        <Modal.Root opened onClose={close} yOffset="12vh" transitionProps={{ duration: 0 }}>
          <Modal.Overlay />
          <Modal.Content aria-label={t`Go to a page or client`}>
            <Modal.Body p="md">
              <Choices person={person} onDone={close} />
            </Modal.Body>
          </Modal.Content>
        </Modal.Root>
      )}
    </>
  );
}

function Choices({ person, onDone }: { readonly person: SignedIn; readonly onDone: () => void }) {
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [typed] = useDebouncedValue(text.trim(), 150);
  const { data } = useQuery({
    ...findClientsQuery(typed, clientsShown),
    enabled: typed !== '' && may.seeCaseload(person),
  });
  const clients = typed === '' ? [] : (data?.items ?? []);
  const choices = [
    ...pagesOf(person)
      .filter(({ title }) => title.toLowerCase().includes(text.trim().toLowerCase()))
      .map(({ title, to }) => ({ key: to, title, hint: t`page`, go: () => navigate({ to }) })),
    ...clients.map(({ clientId, name, therapist }) => ({
      key: clientId,
      title: name || t`Name not known yet`,
      hint: therapist?.name ?? t`client`,
      go: () => navigate({ to: '/clients/$clientId', params: { clientId } }),
    })),
  ];
  const at = Math.min(chosen, choices.length - 1);
  const take = (index: number) => {
    void choices[index]?.go();
    onDone();
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
        label={t`Page or client`}
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
