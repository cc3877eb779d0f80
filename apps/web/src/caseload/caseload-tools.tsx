import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconArrowsSort } from '@tabler/icons-react';
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
  turned,
} from '../api/caseload.ts';
import { TherapistSelect } from '../forms/therapist-select.tsx';
import { usePageActions } from '../shell/page-actions.ts';
import { ColumnMenu } from './column-menu.tsx';
import type { ColumnName } from './headings.ts';
import { choosableColumns } from './hidden-columns.ts';
import { NumberFilters } from './number-filters.tsx';
import type { UsedBoard } from './use-board.ts';
import { useExport } from './use-export.ts';
import { ViewMenu } from './view-menu.tsx';

export type Changes = { readonly [Field in keyof CaseloadSearch]: CaseloadSearch[Field] | undefined };

interface Props {
  readonly board: UsedBoard;
  /** Whether clients of several therapists are among them. */
  readonly several: boolean;
  readonly search: CaseloadSearch;
  readonly narrow: (change: Changes) => void;
  readonly sortBy: (sort: Sort) => void;
  readonly hidden: readonly ColumnName[];
}

/** Which clients, in which order and with which columns. */
export function CaseloadTools({ board, several, search, narrow, sortBy, hidden }: Props) {
  const { sort = 'risk' } = search;
  const [text, setText] = useState(search.search ?? '');
  const box = useRef<HTMLInputElement>(null);
  // Another way to this page may bring another search; while somebody types, theirs counts.
  useEffect(() => {
    if (document.activeElement !== box.current) setText(search.search ?? '');
  }, [search.search]);
  const searchSoon = useDebouncedCallback((value: string) => {
    narrow({ search: value });
  }, 250);
  const { failed, save } = useExport(search);
  usePageActions([
    { key: 'search', title: t`Search by name`, go: () => box.current?.focus() },
    {
      ...{ key: 'turn', title: t`The other way round` },
      go: () => {
        sortBy(turned(sort));
      },
    },
    {
      ...{ key: 'export', title: t`Export` },
      go: save,
    },
  ]);
  return (
    <>
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
        {several && (
          <TherapistSelect
            value={search.therapistId}
            onChange={(therapistId) => {
              narrow({ therapistId });
            }}
          />
        )}
        <NumberFilters
          filter={search.filter}
          onChange={(filter) => {
            narrow({ filter });
          }}
        />
        <ViewMenu search={search} board={board} />
        <ColumnMenu
          names={choosableColumns(several)}
          hidden={hidden}
          onToggle={(name, shown) => {
            board.change((now) => {
              const others = now.hidden.filter((one) => one !== name);
              return { ...now, hidden: shown ? others : [...others, name] };
            });
          }}
        />
        <Button
          component="a"
          href={exportAddress(search)}
          download
          variant="default"
          onClick={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Trans>Export</Trans>
        </Button>
      </Group>
      {failed && (
        <Alert color="red" variant="light" role="alert" title={t`Nothing was exported`}>
          {failed.message}
        </Alert>
      )}
    </>
  );
}
