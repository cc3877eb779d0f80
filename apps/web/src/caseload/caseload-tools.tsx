import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconArrowsSort } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import {
  type Care,
  cares,
  type CaseloadSearch,
  exportAddress,
  type Order,
  orderOf,
  type Sort,
  sorts,
  staffQuery,
  turned,
} from '../api/caseload.ts';
import { ColumnMenu } from './column-menu.tsx';
import type { ColumnName } from './headings.ts';
import { NumberFilters } from './number-filters.tsx';
import { ViewMenu } from './view-menu.tsx';

export type Changes = { readonly [Field in keyof CaseloadSearch]: CaseloadSearch[Field] | undefined };

interface Props {
  readonly personId: string;
  /** Whether clients of several therapists are among them. */
  readonly several: boolean;
  readonly search: CaseloadSearch;
  readonly narrow: (change: Changes) => void;
  readonly sortBy: (sort: Sort) => void;
  readonly hidden: readonly ColumnName[];
  readonly onHide: (hidden: readonly ColumnName[]) => void;
}

/** Which clients, in which order and with which columns. */
export function CaseloadTools({ personId, several, search, narrow, sortBy, hidden, onHide }: Props) {
  const { sort = 'risk' } = search;
  const { data: staff = [], isPending: staffPending } = useQuery({ ...staffQuery, enabled: several });
  const [text, setText] = useState(search.search ?? '');
  const box = useRef<HTMLInputElement>(null);
  // Another way to this page may bring another search; while somebody types, theirs counts.
  useEffect(() => {
    if (document.activeElement !== box.current) setText(search.search ?? '');
  }, [search.search]);
  const searchSoon = useDebouncedCallback((value: string) => {
    narrow({ search: value });
  }, 250);
  const therapists = staff.filter(({ roles }) => roles.includes('therapist'));
  return (
    <Group gap="sm" align="flex-end" className="filters">
      <TextInput
        ref={box}
        label={t`Search`}
        placeholder={t`Name`}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          searchSoon(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={t`Sort by`}
        className="sorts"
        value={orderOf(sort)}
        onChange={(event) => {
          sortBy(event.currentTarget.value as Order);
        }}
        data={Object.entries(sorts).map(([value, label]) => ({ value, label: i18n._(label) }))}
      />
      <Button
        variant="default"
        px="xs"
        aria-label={t`The other way round`}
        title={t`The other way round`}
        aria-pressed={sort.startsWith('-')}
        onClick={() => {
          sortBy(turned(sort));
        }}
      >
        <IconArrowsSort size={16} aria-hidden />
      </Button>
      <NativeSelect
        label={t`Care`}
        value={search.care ?? 'current'}
        onChange={(event) => {
          const care = event.currentTarget.value as Care;
          narrow({ care: care === 'current' ? undefined : care });
        }}
        data={Object.entries(cares).map(([value, label]) => ({ value, label: i18n._(label) }))}
      />
      {several && (staffPending || therapists.length > 0) && (
        <NativeSelect
          label={t`Therapist`}
          value={search.therapistId ?? ''}
          onChange={(event) => {
            narrow({ therapistId: event.currentTarget.value });
          }}
          data={[
            { value: '', label: t`All` },
            ...therapists.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
        />
      )}
      <ViewMenu key={personId} search={search} personId={personId} />
      <ColumnMenu hidden={hidden} onChange={onHide} />
      <Button component="a" href={exportAddress(search)} download variant="default" className="screen-only">
        <Trans>Export</Trans>
      </Button>
      <NumberFilters
        filter={search.filter}
        onChange={(filter) => {
          narrow({ filter });
        }}
      />
    </Group>
  );
}
