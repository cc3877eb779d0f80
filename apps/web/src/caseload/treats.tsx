import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Text } from '@mantine/core';
import type { Client } from '../api/caseload.ts';
import { day } from '../shell/formats.ts';

/** Who treats the client; nobody is a matter for operations unless the care is over. */
export function Treats({ client, zone }: { readonly client: Client; readonly zone: string | null }) {
  if (client.therapist) return client.therapist.name;
  if (client.careEndedAt)
    return <Text span c="dimmed" size="sm">{t`Care ended ${day(client.careEndedAt, zone)}`}</Text>;
  return (
    <Badge className="attention" tt="none">
      <Trans>Nobody assigned</Trans>
    </Badge>
  );
}
