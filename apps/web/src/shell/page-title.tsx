import { Group, Text, Title } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

interface Props {
  readonly children: ReactNode;
  /** How much there is, and as of when. */
  readonly state?: ReactNode;
  /** For pages that give the focus back to their beginning. */
  readonly ref?: Ref<HTMLHeadingElement>;
}

/** How a page begins. */
export const PageTitle = ({ children, state, ref }: Props) => (
  <Group justify="space-between" align="baseline" gap="sm">
    <Title order={1} size="h2" ref={ref} tabIndex={-1} className="quiet-focus">
      {children}
    </Title>
    <Text size="sm" c="dimmed" role="status">
      {state}
    </Text>
  </Group>
);
