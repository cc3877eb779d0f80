import { t } from '@lingui/core/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { waysQuery } from '../../api/requests.ts';
import { useZone } from '../../api/session.ts';
import { day } from '../../shell/formats.ts';

/** Ways that a client has closed by the link in a message: they hold whatever was agreed to before. */
export function OptOuts({ clientId }: { readonly clientId: string }) {
  const zone = useZone();
  const { data } = useQuery(waysQuery(clientId));
  return data?.optedOut.map(({ channel, at }) => {
    const since = day(at, zone);
    return (
      <Text key={channel} size="sm">
        {channel === 'email'
          ? t`Has stopped messages by email on ${since}, by the link in one.`
          : t`Has stopped messages by SMS on ${since}, by the link in one.`}
      </Text>
    );
  });
}
