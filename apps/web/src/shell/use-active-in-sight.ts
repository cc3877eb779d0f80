import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** On a phone the tabs are one line: the one where one is must be in sight. */
export function useActiveInSight<Nav extends HTMLElement>(): RefObject<Nav | null> {
  const nav = useRef<Nav>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    nav.current?.querySelector('.active')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [pathname]);
  return nav;
}
