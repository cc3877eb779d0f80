import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { LanguageChoice } from '../language/language-choice.tsx';
import { useTitle } from './use-title.ts';
import { signIn } from '../api/session.ts';

export function Welcome() {
  return (
    <Stack component="main" justify="center" align="center" mih="100dvh" p="lg" gap="md">
      <Title order={1}>Attune</Title>
      <Text c="dimmed" ta="center" maw={420}>
        <Trans>See a weakening alliance while there is still time to mend it.</Trans>
      </Text>
      <Button size="md" onClick={signIn}>
        <Trans>Sign in</Trans>
      </Button>
      <LanguageChoice />
    </Stack>
  );
}

/** For people whose work is not about clients: where theirs is done today. */
export function Elsewhere() {
  useTitle(t`Welcome`);
  return (
    <Stack gap="sm" maw={560}>
      <Title order={1} size="h2">
        <Trans>Your work is done elsewhere</Trans>
      </Title>
      <Text>
        <Trans>
          Clients and alerts are for those who treat them and for operations. Everything that your role may do
          is in the <Anchor href="/api/docs">API</Anchor>.
        </Trans>
      </Text>
      <Text>
        <Trans>Integrators subscribe to topics as the integrator&apos;s guide says.</Trans>
      </Text>
    </Stack>
  );
}
