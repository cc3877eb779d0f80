import { t } from '@lingui/core/macro';
import { CloseButton, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { auditedServices, type AuditedService, type AuditEntry, type AuditSearch } from '../../api/audit.ts';
import { staffQuery } from '../../api/caseload.ts';
import { SoonInput } from '../../forms/soon-input.tsx';
import { serviceWords, shortId } from './audit-words.ts';

type Changes = { readonly [Field in keyof AuditSearch]: AuditSearch[Field] | undefined };

interface Props {
  readonly search: AuditSearch;
  readonly onChange: (change: Changes) => void;
  /** What is shown already, from which actions are offered. */
  readonly seen: readonly AuditEntry[];
}

/** By whom, about whom, what, where and when. */
export function AuditFilters({ search, onChange, seen }: Props) {
  const { data: staff = [] } = useQuery(staffQuery);
  const { service, personId, clientId, kind, from, to } = search;
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
      <ActionInput {...{ search, onChange, seen }} />
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

/** What was done, by the code that the API gives it; those on the page are offered. */
function ActionInput({ search: { action = '' }, onChange, seen }: Props) {
  const list = useId();
  const known = [...new Set(seen.map((entry) => entry.action))].sort();
  return (
    <>
      <SoonInput
        label={t`What exactly`}
        placeholder={t`As in view-person`}
        list={list}
        value={action}
        onSoon={(entered) => {
          const code = entered.toLowerCase().replaceAll(' ', '-');
          if (code === '' || /^[a-z][a-z-]{0,63}$/.test(code)) onChange({ action: code || undefined });
        }}
      />
      <datalist id={list}>
        {known.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </>
  );
}
