import { Trans } from '@lingui/react/macro';
import { Alert, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

/** Whoever keyed in old answers about harm is the only one who hears of them. */
export function AlertedNobody({ clientId }: { readonly clientId: string }) {
  return (
    <Alert color="red" role="alert" title={<Trans>It is kept, and nobody was alerted</Trans>}>
      <Text size="sm" mb="sm">
        <Trans>
          Something about harm was answered, more than 14 days ago: for that no alert is raised. Tell whoever
          treats the client if they do not know of it.
        </Trans>
      </Text>
      <Link to="/clients/$clientId" params={{ clientId }} className="link">
        <Trans>To the client</Trans>
      </Link>
    </Alert>
  );
}
