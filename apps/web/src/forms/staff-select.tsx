import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { staffQuery } from '../api/caseload.ts';

interface Props {
  readonly label: string;
  /** Only those with this role. */
  readonly role: string;
  /** Everybody but them. */
  readonly except?: readonly string[];
  /** What it is called to choose nobody, where that is a choice. */
  readonly none?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (personId: string) => void;
}

/** One of the staff who have a role. */
export function StaffSelect({ label, role, except = [], none, value, error, onChange }: Props) {
  const { data: staff = [] } = useQuery(staffQuery);
  const able = staff.filter(({ roles, personId }) => roles.includes(role) && !except.includes(personId));
  return (
    <NativeSelect
      {...{ label, value, error }}
      data={[
        { value: '', label: none ?? (able.length === 0 ? t`Nobody has the role` : t`Choose somebody`) },
        ...able.map(({ personId, name }) => ({ value: personId, label: name })),
      ]}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
