import { t } from '@lingui/core/macro';
import { TextInput } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** What stands for nothing entered. */
  readonly empty?: string;
  readonly onChange: (value: string) => void;
}

/** A day and time by the clock of this device. */
export function InstantInput({ label, value, error, required = false, empty, onChange }: Props) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={empty}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      title={t`By the clock of this device`}
      {...{ value, error, required }}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}

/** What was entered as an instant; now where nothing was. */
export const instantOf = (entered: string): string =>
  (entered === '' ? new Date() : new Date(entered)).toISOString();
