import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { treatingQuery } from '../api/caseload.ts';

interface Props {
  readonly value: string | undefined;
  readonly onChange: (therapistId: string | undefined) => void;
}

/** Whose clients: of those who treat somebody whom the person sees. */
export function TherapistSelect({ value, onChange }: Props) {
  const { data: therapists = [], isPending } = useQuery(treatingQuery);
  if (!isPending && therapists.length === 0) return null;
  return (
    <NativeSelect
      label={t`Therapist`}
      value={value ?? ''}
      onChange={(event) => {
        onChange(event.currentTarget.value || undefined);
      }}
      data={[
        { value: '', label: t`All` },
        ...therapists.map(({ personId, name }) => ({ value: personId, label: name })),
      ]}
    />
  );
}
