import { Button, Stack, Text, Title } from '@mantine/core';
import { signIn } from '../api/session.ts';

export function Welcome() {
  return (
    <Stack component="main" justify="center" align="center" mih="100dvh" p="lg" gap="md">
      <Title order={1}>Attune</Title>
      <Text c="dimmed" ta="center" maw={420}>
        See a weakening alliance while there is still time to mend it.
      </Text>
      <Button size="md" onClick={signIn}>
        Sign in
      </Button>
    </Stack>
  );
}
