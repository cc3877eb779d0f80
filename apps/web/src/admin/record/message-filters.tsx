import { t } from '@lingui/core/macro';
import { CloseButton, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MessagesSearch } from '../../api/admin.ts';
import { personQuery } from '../../api/people.ts';
import { FindPerson } from '../people/find-person.tsx';
import { shortId } from './audit-words.ts';
import { statuses, statusWords } from './message-words.ts';

interface Props {
  readonly search: MessagesSearch;
  readonly onChange: (search: MessagesSearch) => void;
}

/** To whom, and what became of them. */
export function MessageFilters({ search: { personId, status }, onChange }: Props) {
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={t`State`}
        value={status ?? ''}
        data={[
          { value: '', label: t`All` },
          ...Object.keys(statuses).map((value) => ({ value, label: statusWords(value) })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          onChange({ ...(personId && { personId }), ...(value !== '' && { status: value }) });
        }}
      />
      {personId === undefined ? (
        <FindPerson
          label={t`To whom`}
          onFound={(found) => {
            onChange({ ...(status && { status }), personId: found });
          }}
        />
      ) : (
        <Whose
          personId={personId}
          onAll={() => {
            onChange(status === undefined ? {} : { status });
          }}
        />
      )}
    </Group>
  );
}

function Whose({ personId, onAll }: { readonly personId: string; readonly onAll: () => void }) {
  const { data: person } = useQuery(personQuery(personId));
  // One who was erased, or is not this person's to see, is still told from others.
  const name = person?.name ?? shortId(personId);
  return (
    <span className="chip">
      {t`To ${name}`}
      <CloseButton size="xs" aria-label={t`To everybody`} onClick={onAll} />
    </span>
  );
}
