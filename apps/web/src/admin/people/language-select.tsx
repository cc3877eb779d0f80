import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { instrumentsQuery } from '../../api/instruments.ts';
import { languageChoices } from './languages.ts';

interface Props {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (language: string) => void;
}

/** The language in which somebody is written to and asked. */
export function LanguageSelect({ value, error, onChange }: Props) {
  const { data: instruments = [] } = useQuery(instrumentsQuery);
  return (
    <NativeSelect
      label={t`Language`}
      description={t`Of messages and questions`}
      required
      value={value}
      error={error}
      data={languageChoices(
        instruments.flatMap(({ languages = [] }) => languages),
        value,
      )}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
