import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** On a phone the tabs are one line: the one where one is must be in sight. */
export function useActiveInSight<Nav extends HTMLElement>(): RefObject<Nav | null> {
  const nav = useRef<Nav>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const tab = nav.current?.querySelector('.active')?.getBoundingClientRect();
    if (!nav.current || !tab) return;
    // Not `scrollIntoView`: whoever goes on by keyboard would begin behind the tab, past the way to the content.
    const line = nav.current.getBoundingClientRect();
    nav.current.scrollLeft += tab.left - line.left - (line.width - tab.width) / 2;
  }, [pathname]);
  return nav;
}
