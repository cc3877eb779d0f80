import { t } from '@lingui/core/macro';
import { TextInput } from '@mantine/core';
import { useZone } from '../api/session.ts';
import { instantAt } from './wall-time.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** What stands for nothing entered. */
  readonly empty?: string;
  readonly onChange: (value: string) => void;
}

/** A day and time by the clock that the app speaks in, which is said where the device has another. */
export function InstantInput({ label, value, error, required = false, empty, onChange }: Props) {
  const zone = useZone();
  const elsewhere = zone !== null && zone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
  const clock = elsewhere ? t`By the clock of ${zone}` : undefined;
  const words = [clock, empty].filter((one) => one !== undefined).join('. ');
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={words === '' ? undefined : words}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...{ value, error, required }}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}

/** What was entered by the clock of this zone as an instant, null for that of the device; now where nothing was. */
export const instantOf = (entered: string, zone: string | null): string =>
  entered === '' ? new Date().toISOString() : instantAt(entered, zone);
