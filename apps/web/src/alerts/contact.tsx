import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isRefused } from '../api/http.ts';
import { personQuery } from '../api/people.ts';
import { Failed, Loading } from '../shell/states.tsx';

/** Each look is in the audit: coming back to the tab is none. */
const readOnce = { staleTime: Infinity, refetchOnWindowFocus: false } as const;

/** How to reach the client: of alerts that say so, for those who may know. */
export function Contact({ clientId }: { readonly clientId: string }) {
  const { data: client, error, refetch } = useQuery({ ...personQuery(clientId), ...readOnce });
  // Whoever was only handed the alert sees nothing else of the client.
  if (isRefused(error)) return null;
  if (error) {
    const title = t`How to reach the client could not be fetched.`;
    return <Failed title={title} error={error} onRetry={() => void refetch()} />;
  }
  if (!client) return <Loading rows={1} label={t`Loading how to reach the client`} />;
  const { phone, email } = client;
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>
        <Trans>How to reach the client</Trans>
      </Text>
      <Text size="sm">
        {phone && (
          <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} className="link">
            {phone}
          </a>
        )}
        {phone && email && ' · '}
        {email && (
          <a href={`mailto:${email}`} className="link">
            {email}
          </a>
        )}
        {!phone && !email && <Trans>Neither a phone number nor an email address is known.</Trans>}
      </Text>
    </div>
  );
}
