import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';

/** The way on from a client who is not there, or not theirs. */
export const ToCaseload = () => (
  <Link to="/caseload" className="link">
    <Trans>To the caseload</Trans>
  </Link>
);
