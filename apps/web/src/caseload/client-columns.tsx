import { Trans } from '@lingui/react/macro';
import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { Client } from '../api/caseload.ts';
import {
  AlertsCell,
  AllianceCell,
  ContactCell,
  NameCell,
  Nothing,
  SessionsCell,
  SignsCell,
} from './client-cells.tsx';
import { careWords, missedWords, rateWords } from './engagement-words.ts';
import { Treats } from './treats.tsx';

export const features = tableFeatures({ columnVisibilityFeature });
const column = createColumnHelper<typeof features, Client>();

/** The columns of the board, for people whose dates are told in this zone. */
export const columnsFor = (now: number, zone: string | null) =>
  column.columns([
    column.display({
      id: 'client',
      enableHiding: false,
      cell: ({ row }) => <NameCell client={row.original} />,
    }),
    column.display({ id: 'therapist', cell: ({ row }) => <Treats client={row.original} zone={zone} /> }),
    column.display({ id: 'alliance', cell: ({ row }) => <AllianceCell client={row.original} /> }),
    column.display({
      id: 'alerts',
      cell: ({ row: { original } }) => (
        <AlertsCell clientId={original.clientId} alerts={original.openAlerts} />
      ),
    }),
    column.display({ id: 'attrition', cell: ({ row }) => <SignsCell client={row.original} now={now} /> }),
    column.display({
      id: 'sessions',
      cell: ({ row }) => <SessionsCell client={row.original} now={now} zone={zone} />,
    }),
    column.display({
      id: 'contact',
      cell: ({ row }) => <ContactCell client={row.original} now={now} zone={zone} />,
    }),
    column.display({
      id: 'missed',
      cell: ({ row: { original } }) =>
        original.missed.last90Days + original.missed.inARow > 0 ? (
          missedWords(original.missed)
        ) : (
          <Nothing>
            <Trans>none</Trans>
          </Nothing>
        ),
    }),
    column.display({
      id: 'answered',
      cell: ({ row: { original } }) =>
        original.requests.due > 0 ? (
          rateWords(original.requests)
        ) : (
          <Nothing>
            <Trans>not asked yet</Trans>
          </Nothing>
        ),
    }),
    column.display({
      id: 'care',
      cell: ({ row: { original } }) =>
        original.weeksInCare === null ? <Nothing>–</Nothing> : careWords(original.weeksInCare),
    }),
  ]);
