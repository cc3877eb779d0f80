import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import type { InstrumentItem } from '../../api/instruments.ts';
import { Figure } from './figure.tsx';
import { riskChoices } from './key-answers.ts';

interface Props extends Pick<InstrumentItem, 'options'> {
  readonly label: string;
  readonly value: number | null;
  readonly error: string | undefined;
  readonly onChange: (atLeast: number | undefined) => void;
}

/** From which answer on an item is about harm: one of those to choose from, or a number where it has none. */
export function RiskField({ label, options, value, error, onChange }: Props) {
  const never = t`never`;
  if (options.length === 0)
    return <Figure aria-label={label} w={110} placeholder={never} {...{ value, error, onChange }} />;
  return (
    <NativeSelect
      aria-label={label}
      error={error}
      w={260}
      maw="100%"
      value={value === null ? '' : String(value)}
      data={[
        { value: '', label: never },
        ...riskChoices({ options }, value).map(({ counts, words }) => ({
          value: String(counts),
          label: words,
        })),
      ]}
      onChange={({ currentTarget: { value: chosen } }) => {
        onChange(chosen === '' ? undefined : Number(chosen));
      }}
    />
  );
}
