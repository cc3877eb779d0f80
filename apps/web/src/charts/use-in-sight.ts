import { type RefObject, startTransition, useEffect, useState } from 'react';
import { usePrinting } from '../shell/use-printing.ts';

const near = '400px';

/** Whether somebody has come near the element, or the page is put on paper, where nobody comes near anything. */
export function useInSight(ref: RefObject<Element | null>): boolean {
  const printing = usePrinting();
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !ref.current) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        startTransition(() => {
          setSeen(true);
        });
      },
      { rootMargin: `${near} 0px` },
    );
    watch.observe(ref.current);
    return () => {
      watch.disconnect();
    };
  }, [seen, ref]);
  return seen || printing;
}
