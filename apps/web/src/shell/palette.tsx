import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Kbd, Modal, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { SignedIn } from '../api/session.ts';
import { PaletteChoices } from './palette-choices.tsx';

/** Goes anywhere by keyboard, and does what the bar does; afterwards the focus is where it was. */
export function Palette({ person }: { readonly person: SignedIn }) {
  const [opened, setOpened] = useState<{ readonly from: Element | null } | null>(null);
  const open = () => {
    setOpened({ from: document.activeElement });
  };
  const close = () => {
    setOpened(null);
    if (opened?.from instanceof HTMLElement) opened.from.focus({ preventScroll: true });
  };
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <UnstyledButton className="palette-button" aria-label={t`Go to… a page or client`} onClick={open}>
        <span className="wide-only">
          <Trans>Go to…</Trans>{' '}
          <Kbd size="xs" aria-hidden>
            Ctrl K
          </Kbd>
        </span>
        <IconSearch size={18} className="narrow-only" aria-hidden />
      </UnstyledButton>
      {opened && (
        <Modal.Root opened onClose={close} yOffset="12vh" transitionProps={{ duration: 0 }}>
          <Modal.Overlay />
          <Modal.Content aria-label={t`Go to… a page or client`}>
            <Modal.Body p="md">
              <PaletteChoices person={person} focused={opened.from} onDone={close} />
            </Modal.Body>
          </Modal.Content>
        </Modal.Root>
      )}
    </>
  );
}
