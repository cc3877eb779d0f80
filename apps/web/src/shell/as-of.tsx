import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import type { Fresh } from '../api/caseload.ts';
import { moment } from './formats.ts';

/** As of when a page is; nothing while that is not known. */
export const asOfWords = ({ asOf }: Fresh, zone: string | null | undefined): string =>
  asOf === null ? '' : t`as of ${moment(asOf, zone)}`;

interface Props {
  readonly of: Fresh | undefined;
  readonly zone: string | null | undefined;
}

/** Said where events wait somewhere: what is shown is true, and old. */
export function Delayed({ of, zone }: Props) {
  if (!of?.delayed) return null;
  return (
    <Alert color="gray" variant="light" role="status" title={t`Newer events wait`}>
      {of.asOf === null ? (
        <Trans>As of when this is, is not known yet.</Trans>
      ) : (
        <Trans>
          What is shown here is as of {moment(of.asOf, zone)}. What came later appears by itself as soon as it
          can be read.
        </Trans>
      )}
    </Alert>
  );
}
