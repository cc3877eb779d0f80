import { Link } from '@tanstack/react-router';
import { may, type SignedIn } from '../api/session.ts';

/** Where the person's work is done; what is not theirs is not shown. */
export function MainNav({ person }: { readonly person: SignedIn }) {
  const clients = may.seeCaseload(person);
  return (
    <nav aria-label="Main">
      {clients && (
        <>
          <Link to="/" className="tab" activeOptions={{ exact: true }}>
            Alerts
          </Link>
          <Link to="/day" className="tab">
            {may.seeEverybody(person) ? 'Day' : 'My day'}
          </Link>
          <Link to="/caseload" className="tab">
            Caseload
          </Link>
        </>
      )}
      {may.seeEverybody(person) && (
        <Link to="/therapists" className="tab">
          Therapists
        </Link>
      )}
      {may.supervise(person) && (
        <Link to="/supervision" className="tab">
          Supervision
        </Link>
      )}
      {may.administrate(person) && (
        <Link to="/admin" className="tab">
          Administration
        </Link>
      )}
    </nav>
  );
}
