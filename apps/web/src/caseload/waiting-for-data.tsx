import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import { Badge, Group, Text, VisuallyHidden } from '@mantine/core';

const explanation = msg`Something about this client could not be taken in yet, so what is shown here may be old. An administrator can see why.`;

/** Beside a client whose data wait: a word that the explanation is read with, by whatever means. */
export function WaitingMark() {
  return (
    <Badge size="sm" variant="outline" color="gray" title={i18n._(explanation)} tt="none">
      <Trans>waiting for data</Trans>
      <VisuallyHidden>: {i18n._(explanation)}</VisuallyHidden>
    </Badge>
  );
}

/** The same where there is room to say it. */
export function WaitingNote() {
  return (
    <Group gap="xs" mt="sm" role="status" wrap="nowrap" align="baseline">
      <Badge variant="outline" color="gray" tt="none" style={{ flexShrink: 0 }}>
        <Trans>waiting for data</Trans>
      </Badge>
      <Text size="sm">{i18n._(explanation)}</Text>
    </Group>
  );
}
