import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Menu, Modal, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { View } from '../api/board.ts';
import type { CaseloadSearch } from '../api/caseload.ts';
import { Failed } from '../shell/states.tsx';
import type { UsedBoard } from './use-board.ts';
import { mostViews, readyViews, sameName, tidyName, viewOf, viewShown } from './views.ts';
import { usePageActions } from '../shell/page-actions.ts';

interface Props {
  readonly board: UsedBoard;
  readonly search: CaseloadSearch;
}

/** Ready views and those that the person has kept; each is a link that can be shared. */
export function ViewMenu({ board, search }: Props) {
  const kept = board.board.views;
  const shown = viewShown([...readyViews(), ...kept], search)?.name;
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const keep = (change: (views: readonly View[]) => readonly View[]) => {
    board.change((now) => ({ ...now, views: change(now.views) }));
  };
  const [button, box] = [useRef<HTMLButtonElement>(null), useRef<HTMLInputElement>(null)];
  // The item of the menu that it was opened by is gone.
  const close = () => {
    setNaming(false);
    button.current?.focus();
  };
  const called = tidyName(name);
  const full = kept.length >= mostViews && !kept.some((one) => sameName(one.name, called));
  const ready = readyViews().some((one) => sameName(one.name, called));
  usePageActions([
    {
      ...{ key: 'views', title: t`Keep or remove views…` },
      go: () => {
        setNaming(true);
      },
    },
  ]);
  return (
    <>
      <Menu shadow="md" position="bottom-start">
        <Menu.Target>
          <Button variant="default" ref={button}>
            {shown === undefined ? <Trans>Views</Trans> : <Trans>View: {shown}</Trans>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {readyViews().map((view) => (
            <ViewItem key={view.name} view={view} />
          ))}
          {kept.length > 0 && <Menu.Divider />}
          {kept.map((view) => (
            <ViewItem key={view.name} view={view} />
          ))}
          <Menu.Divider />
          <Menu.Item
            onClick={() => {
              setNaming(true);
            }}
          >
            <Trans>Keep or remove views…</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal.Root opened={naming} onClose={close} returnFocus={false} transitionProps={{ duration: 0 }}>
        <Modal.Overlay />
        <Modal.Content aria-label={t`My views`}>
          <Modal.Body p="md">
            {board.error && (
              <Failed
                title={t`Your views could not be fetched`}
                error={board.error}
                onRetry={board.refetch}
              />
            )}
            <form
              onSubmit={(event) => {
                event.preventDefault();
                if (called === '' || full || ready) return;
                const view = viewOf(called, search);
                keep((views) => [...views.filter((one) => !sameName(one.name, called)), view]);
                setName('');
                close();
              }}
            >
              <TextInput
                error={
                  (full && t`Twenty views are kept: remove one first.`) ||
                  (ready && t`A view that is always there has this name: choose another.`)
                }
                label={t`Keep what is shown now as`}
                description={t`The order and the filters; not the name that was searched.`}
                maxLength={60}
                data-autofocus
                ref={box}
                value={name}
                onChange={(event) => {
                  setName(event.currentTarget.value);
                }}
              />
              <Button type="submit" mt="sm" disabled={called === '' || full || ready || board.error !== null}>
                <Trans>Keep the view</Trans>
              </Button>
            </form>
            {kept.map((view) => (
              <Group key={view.name} justify="space-between" mt="sm">
                {view.name}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t`Remove ${view.name}`}
                  onClick={() => {
                    keep((views) => views.filter((one) => one.name !== view.name));
                    box.current?.focus();
                  }}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            ))}
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}

function ViewItem({ view }: { readonly view: View }) {
  return (
    <Menu.Item renderRoot={(props) => <Link {...props} to="/caseload" search={view.search} />}>
      {view.name}
    </Menu.Item>
  );
}
