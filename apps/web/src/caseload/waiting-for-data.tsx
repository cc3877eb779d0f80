import { Badge, Group, Text, VisuallyHidden } from '@mantine/core';

const explanation =
  'Something about this client could not be taken in yet, so what is shown here may be old. An administrator can see why.';

/** Beside a client whose data wait: a word that the explanation is read with, by whatever means. */
export function WaitingMark() {
  return (
    <Badge size="sm" variant="outline" color="gray" title={explanation} tt="none">
      waiting for data
      <VisuallyHidden>: {explanation}</VisuallyHidden>
    </Badge>
  );
}

/** The same where there is room to say it. */
export function WaitingNote() {
  return (
    <Group gap="xs" mt="sm" role="status" wrap="nowrap" align="baseline">
      <Badge variant="outline" color="gray" tt="none" style={{ flexShrink: 0 }}>
        waiting for data
      </Badge>
      <Text size="sm">{explanation}</Text>
    </Group>
  );
}
