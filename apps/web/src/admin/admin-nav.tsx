import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { SignedIn } from '../api/session.ts';
import { adminPagesOf } from '../shell/pages.ts';
import { useActiveInSight } from '../shell/use-active-in-sight.ts';

/** The pages of administration by theme. */
export function AdminNav({ person }: { readonly person: SignedIn }) {
  const nav = useActiveInSight();
  return (
    <nav ref={nav} aria-label={t`Administration`} className="admin-nav screen-only">
      {adminPagesOf(person).map(({ theme, title, pages }) => (
        <div key={theme} role="group" aria-labelledby={`theme-${theme}`}>
          <span id={`theme-${theme}`} className="theme">
            {title}
          </span>
          {pages.map(({ to, tab }) => (
            <Link key={to} to={to} className="tab" data-tab={tab} activeOptions={{ exact: to === '/admin' }}>
              {tab}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
