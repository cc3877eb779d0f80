import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/http.ts';

export function Loading({ rows = 4, label }: { readonly rows?: number; readonly label: string }) {
  return (
    <Stack gap="sm" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={56} radius="md" />
      ))}
    </Stack>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly children: ReactNode;
  /** 1 where the page has no other heading. */
  readonly order?: 1 | 2;
}

export function Empty({ title, children, order = 2 }: EmptyProps) {
  return (
    <Stack align="center" gap={6} py={72}>
      <Title order={order} size="h4">
        {title}
      </Title>
      <Text c="dimmed" ta="center" maw={420}>
        {children}
      </Text>
    </Stack>
  );
}

/** What went wrong, in the platform's words, and what to do. */
export function Failed({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const refused = error instanceof ApiProblem && error.status === 403;
  return (
    <Alert
      color={refused ? 'gray' : 'red'}
      variant="light"
      title={refused ? t`Not for your role` : t`That did not work`}
      role="alert"
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{error.message}</Text>
        {!refused && (
          <Button size="xs" variant="default" onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
