import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: ReactNode;
  /** What the page is for, in a sentence or two. */
  readonly children?: ReactNode;
  /** What can be done here. */
  readonly actions?: ReactNode;
}

/** How a page of administration begins. */
export function PageHead({ title, children, actions }: Props) {
  return (
    <Group justify="space-between" align="flex-end" gap="sm">
      <div>
        <Title order={2} size="h4">
          {title}
        </Title>
        {children !== undefined && (
          <Text size="sm" c="dimmed" maw={640}>
            {children}
          </Text>
        )}
      </div>
      {actions}
    </Group>
  );
}
