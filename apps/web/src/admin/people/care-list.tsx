import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Care, type CareOf, careQuery } from '../../api/care.ts';
import { useZone } from '../../api/session.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { MoreButton } from '../../shell/more-button.tsx';
import { useNow } from '../../shell/use-now.ts';
import { careKindWords, careSpan, careState } from './care-words.ts';
import { EndCareForm } from './end-care-form.tsx';
import { HandOverForm } from './hand-over-form.tsx';

interface Props {
  readonly of: CareOf;
  readonly past: boolean;
}

/** Care relationships of a client or of a member of staff, each to be handed over or ended. */
export function CareList({ of, past }: Props) {
  const care = useInfiniteQuery(careQuery(of, past));
  return (
    <>
      <Fetched of={care} loading={t`Loading care relationships`} rows={3}>
        {(found) =>
          found.length === 0 ? (
            <Text c="dimmed">
              {'clientId' in of ? (
                <Trans>Nobody cares for this client now, or is to.</Trans>
              ) : (
                <Trans>No client now, or to come.</Trans>
              )}
            </Text>
          ) : (
            <ul className="plain rows">
              {found.map((one) => (
                <CareRow key={one.careRelationshipId} care={one} ofClient={'clientId' in of} />
              ))}
            </ul>
          )
        }
      </Fetched>
      <MoreButton of={care}>
        <Trans>Show more</Trans>
      </MoreButton>
    </>
  );
}

type Step = 'hand-over' | 'end';

function CareRow({ care, ofClient }: { readonly care: Care; readonly ofClient: boolean }) {
  const [zone, now] = [useZone(), useNow()];
  const [step, setStep] = useState<Step | null>(null);
  const state = careState(care, now);
  const [personId, name] = ofClient ? [care.staffId, care.staffName] : [care.clientId, care.clientName];
  const close = () => {
    setStep(null);
  };
  const toggle = (which: Step) => ({
    size: 'xs',
    variant: 'default',
    'aria-expanded': step === which,
    onClick: () => {
      setStep(step === which ? null : which);
    },
  });
  return (
    <li className="care">
      <Stack gap="xs" w="100%">
        <Group justify="space-between" gap="xs">
          <Group gap="sm">
            <Link to="/admin/people/$personId" params={{ personId }} className="link strong">
              {name === '' ? t`erased` : name}
            </Link>
            <Badge
              tt="none"
              variant={state === 'now' ? 'light' : 'outline'}
              color={care.kind === 'primary' ? 'teal' : 'gray'}
            >
              {careKindWords(care.kind)}
            </Badge>
            <Text size="sm" c="dimmed" span>
              {careSpan(care, now, zone)}
            </Text>
          </Group>
          {state !== 'over' && (
            <Group gap="xs">
              <Button {...toggle('hand-over')} aria-label={t`Hand over: ${name}`}>
                <Trans>Hand over…</Trans>
              </Button>
              <Button {...toggle('end')} aria-label={t`End: ${name}`}>
                <Trans>End…</Trans>
              </Button>
            </Group>
          )}
        </Group>
        {step === 'hand-over' && <HandOverForm care={care} onDone={close} />}
        {step === 'end' && <EndCareForm care={care} onDone={close} />}
      </Stack>
    </li>
  );
}
