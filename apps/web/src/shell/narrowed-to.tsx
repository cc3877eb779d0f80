import { Text } from '@mantine/core';

interface Props {
  /** As the controls say it; what is not chosen is left out. */
  readonly words: readonly (string | undefined)[];
}

/** What paper would not say otherwise: whose it is and what it is narrowed to. On the screen the controls do. */
export function NarrowedTo({ words }: Props) {
  const said = words.filter((each) => each !== undefined);
  if (said.length === 0) return null;
  return (
    <Text size="sm" className="print-only">
      {said.join(' · ')}
    </Text>
  );
}
