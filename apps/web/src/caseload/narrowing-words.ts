import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { cares, type CaseloadSearch, orderOf, sorts } from '../api/caseload.ts';
import { parseRanges, rangeWords } from './ranges.ts';

/** What a list is narrowed to and sorted by, as the controls say it: nothing where it is as it usually is. */
export function narrowingWords({ search, care, filter, sort }: CaseloadSearch): string[] {
  return [
    ...(search ? [`${t`Search`}: ${search}`] : []),
    ...(care && care !== 'current' ? [`${t`Care`}: ${i18n._(cares[care])}`] : []),
    ...parseRanges(filter).map(rangeWords),
    ...(sort && sort !== 'risk' ? [`${t`Sort by`}: ${i18n._(sorts[orderOf(sort)])}`] : []),
    ...(sort?.startsWith('-') ? [t`The other way round`] : []),
  ];
}
