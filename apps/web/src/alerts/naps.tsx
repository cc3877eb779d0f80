import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Menu, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { alertPolicyQuery, clinicQuery } from '../api/admin.ts';
import { useZone } from '../api/session.ts';
import { Loading } from '../shell/states.tsx';
import { moment } from '../shell/formats.ts';
import { useNow } from '../shell/use-now.ts';
import { workingMorning } from './working-morning.ts';

const dayMs = 24 * 60 * 60 * 1000;
const naps = [
  [1, msg`Until the next working day`],
  [3, msg`For three days`],
  [7, msg`For a week`],
] as const;

/** Until when an alert may be put off, in the menu for it: each says when it will wait again. */
export function Naps({ onChosen }: { readonly onChosen: (until: string) => void }) {
  const [zone, now] = [useZone(), useNow()];
  const { data: clinic, error: noClinic } = useQuery(clinicQuery);
  const { data: policy, error: noPolicy } = useQuery(alertPolicyQuery);
  const error = noClinic ?? noPolicy;
  if (error) return <Menu.Label role="alert">{error.message}</Menu.Label>;
  if (!clinic || !policy) return <Loading rows={2} label={t`Loading the clinic’s hours`} />;
  return naps.map(([days, label]) => {
    const until = workingMorning(clinic, days, policy.snooze.days, now);
    return (
      <Menu.Item
        key={days}
        onClick={() => {
          onChosen(until);
        }}
      >
        {Date.parse(until) < now + (days - 1) * dayMs ? t`As long as is allowed` : i18n._(label)}
        <Text size="xs" c="dimmed">
          {moment(until, zone)}
        </Text>
      </Menu.Item>
    );
  });
}
