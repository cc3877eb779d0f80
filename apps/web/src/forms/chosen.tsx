import { Text } from '@mantine/core';

interface Props {
  readonly label?: string;
  readonly values: readonly string[];
}

/** What is ticked, for those who may only read it: words instead of boxes that cannot be ticked. */
export function Chosen({ label, values }: Props) {
  return (
    <div>
      {label !== undefined && (
        <Text size="sm" fw={600}>
          {label}
        </Text>
      )}
      <Text size="sm">{values.length > 0 ? values.join(', ') : '–'}</Text>
    </div>
  );
}
