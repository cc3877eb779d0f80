import { t } from '@lingui/core/macro';
import { CloseButton, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { auditedServices, type AuditedService, type AuditSearch } from '../../api/audit.ts';
import { staffQuery } from '../../api/caseload.ts';
import { actionChoices } from './action-words.ts';
import { serviceWords, shortId } from './audit-words.ts';

type Changes = { readonly [Field in keyof AuditSearch]: AuditSearch[Field] | undefined };

interface Props {
  readonly search: AuditSearch;
  readonly onChange: (change: Changes) => void;
}

/** By whom, about whom, what, where and when. */
export function AuditFilters({ search, onChange }: Props) {
  const { data: staff = [] } = useQuery(staffQuery);
  const { service, personId, clientId, kind, action, from, to } = search;
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={t`Who`}
        value={personId ?? ''}
        data={[
          { value: '', label: t`Everybody` },
          ...staff.map((one) => ({ value: one.personId, label: one.name })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          onChange({ personId: value || undefined });
        }}
      />
      <NativeSelect
        label={t`Read or changed`}
        value={kind ?? ''}
        data={[
          { value: '', label: t`Both` },
          { value: 'read', label: t`Read` },
          { value: 'change', label: t`Changed` },
        ]}
        onChange={({ currentTarget: { value } }) => {
          onChange({ kind: value === 'read' || value === 'change' ? value : undefined });
        }}
      />
      <NativeSelect
        label={t`What exactly`}
        value={action ?? ''}
        data={[{ value: '', label: t`Everything` }, ...actionChoices(action)]}
        onChange={({ currentTarget: { value } }) => {
          onChange({ action: value || undefined });
        }}
      />
      <NativeSelect
        label={t`Where`}
        value={service ?? ''}
        data={[
          { value: '', label: t`Everywhere` },
          ...auditedServices.map((one) => ({ value: one, label: serviceWords(one) })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          onChange({ service: value === '' ? undefined : (value as AuditedService) });
        }}
      />
      <TextInput
        type="date"
        label={t`From`}
        value={from ?? ''}
        onChange={({ currentTarget: { value } }) => {
          onChange({ from: value || undefined });
        }}
      />
      <TextInput
        type="date"
        label={t`Until`}
        value={to ?? ''}
        onChange={({ currentTarget: { value } }) => {
          onChange({ to: value || undefined });
        }}
      />
      {clientId !== undefined && (
        <span className="chip">
          {t`About client ${shortId(clientId)}`}
          <CloseButton
            size="xs"
            aria-label={t`About everybody`}
            onClick={() => {
              onChange({ clientId: undefined });
            }}
          />
        </span>
      )}
    </Group>
  );
}
