import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text, Title } from '@mantine/core';
import type { Usefulness } from '../../api/rule-sets.ts';
import { whole } from '../../shell/formats.ts';

interface Props {
  readonly id: string;
  /** What its rows are told apart by: also where it falls into cards, and no heading of a column is seen. */
  readonly title: string;
  readonly head: string;
  readonly rows: readonly {
    readonly key: string;
    readonly words: string;
    /** What tells it from others of the same words. */
    readonly beside?: string;
    readonly counts: Usefulness;
  }[];
}

/** What was said of alerts, by one thing about them. */
export function UsefulnessTable({ id, title, head, rows }: Props) {
  return (
    <div>
      <Title id={id} order={4} size="h6" mb={4}>
        {title}
      </Title>
      <table className="clients" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">
              <Trans>Useful</Trans>
            </th>
            <th scope="col">
              <Trans>Not useful</Trans>
            </th>
            <th scope="col">
              <Trans>Not said</Trans>
            </th>
            <th scope="col">
              <Trans>Closed</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, words, beside, counts }) => (
            <tr key={key}>
              <th scope="row">
                <div>
                  {words}
                  {beside !== undefined && (
                    <Text size="xs" c="dimmed">
                      {beside}
                    </Text>
                  )}
                </div>
              </th>
              <td data-label={t`Useful`}>{whole(counts.useful)}</td>
              <td data-label={t`Not useful`}>{whole(counts.notUseful)}</td>
              <td data-label={t`Not said`}>{whole(counts.unanswered)}</td>
              <td data-label={t`Closed`}>{whole(counts.resolved)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
