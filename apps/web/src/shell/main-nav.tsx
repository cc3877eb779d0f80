import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { SignedIn } from '../api/session.ts';
import { pagesOf } from './pages.ts';
import { useActiveInSight } from './use-active-in-sight.ts';

/** Where the person's work is done; what is not theirs is not shown. */
export function MainNav({ person }: { readonly person: SignedIn }) {
  const nav = useActiveInSight();
  return (
    <nav ref={nav} aria-label={t`Main`}>
      {pagesOf(person)
        .filter(({ main }) => main)
        .map(({ to, title }) => (
          <Link
            key={to}
            to={to}
            className="tab"
            data-tab={title}
            activeOptions={{ exact: to === '/', includeSearch: false }}
          >
            {title}
          </Link>
        ))}
    </nav>
  );
}
