import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/http.ts';

interface LoadingProps {
  readonly label: string;
  readonly rows?: number;
  /** 1 where the page has no other heading yet: it is heard, and not seen. */
  readonly order?: 1;
}

export function Loading({ rows = 4, label, order }: LoadingProps) {
  return (
    <>
      {order === 1 && <VisuallyHidden component="h1">{label}</VisuallyHidden>}
      <Stack gap="sm" role="status" aria-label={label}>
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height={56} radius="md" />
        ))}
      </Stack>
    </>
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

interface FailedProps {
  readonly error: Error;
  readonly onRetry: () => void;
  /** What of the page is missing; where it is only a part. */
  readonly title?: string;
  /** 1 where the page has no other heading. */
  readonly order?: 1;
  /** Where to go on, where nothing is here. */
  readonly back?: ReactNode;
  /** What stands below nevertheless. */
  readonly below?: string | false | undefined;
  /** How another attempt goes, where somebody might otherwise think that nothing happens. */
  readonly attempt?: Attempt;
}

export type Attempt = 'none' | 'running' | 'vain';

const statusOf = (error: Error) => (error instanceof ApiProblem ? error.status : 0);

/** What an error means for whoever sees it, in few words. */
export function failureTitle(error: Error): string {
  if (error instanceof ApiProblem && error.status === 0) return t`No connection`;
  const status = statusOf(error);
  return status === 403 ? t`Not for your role` : status === 404 ? t`Nothing here` : t`That did not work`;
}

/** What went wrong, in the platform's words, and what to do: what is not there or not theirs is not tried again. */
export function Failed({ error, onRetry, title, order, back, below, attempt = 'none' }: FailedProps) {
  const settled = [403, 404].includes(statusOf(error));
  const words = title ?? failureTitle(error);
  return (
    <Alert
      color={settled ? 'gray' : 'red'}
      variant="light"
      title={order === 1 ? <h1 className="as-text">{words}</h1> : words}
      role="alert"
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{error.message}</Text>
        {below && <Text size="sm">{below}</Text>}
        {settled ? (
          back
        ) : (
          <Button size="xs" variant="default" loading={attempt === 'running'} onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )}
        {attempt === 'vain' && (
          <Text size="sm">
            <Trans>Tried again, without success so far.</Trans>
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
