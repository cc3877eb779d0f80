import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { usePrinting } from '../shell/use-printing.ts';
import { type FocusEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';

/** Heights to begin with, in pixels; each row that is drawn is measured. */
const expected = { row: 74, card: 260 };
const narrow = '(max-width: 68em)';
/** Pixels that the bar and the heads of the columns cover at the top. */
const belowHeads = 120;
/** Rows before the end at which the next ones are fetched. */
const ahead = 20;

/** A row to draw, and the room of those not drawn before it. */
interface Drawn {
  readonly index: number;
  readonly gap: number;
}

/**
 * Of a long list's rows those that can be seen, in a page that scrolls as a whole. The row with the focus stays drawn
 * wherever one scrolls to: otherwise the focus would fall to the page. Up and down go from row to row. On paper all are
 * drawn that have been fetched.
 * @param onEnd the last rows are near
 */
export function useRowWindow(count: number, onEnd: () => void) {
  const [focused, setFocused] = useState<number | null>(null);
  const [top, setTop] = useState(0);
  const going = useRef<number | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const attach = useCallback((node: HTMLTableSectionElement | null) => {
    body.current = node;
    if (node) setTop(node.getBoundingClientRect().top + window.scrollY);
  }, []);
  const virtualizer = useWindowVirtualizer({
    count,
    overscan: 8,
    scrollPaddingStart: belowHeads,
    scrollMargin: top,
    // Known before it is measured, so that the first rows are drawn with the page.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    estimateSize: () => (window.matchMedia(narrow).matches ? expected.card : expected.row),
    rangeExtractor: useCallback(
      (range: Range) => {
        const seen = defaultRangeExtractor(range);
        if (focused === null || focused >= range.count || seen.includes(focused)) return seen;
        return [...seen, focused].toSorted((one, other) => one - other);
      },
      [focused],
    ),
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1);
  const near = count > 0 && (last?.index ?? 0) >= count - ahead;
  useEffect(() => {
    if (near) onEnd();
  }, [near, count, onEnd]);
  useEffect(() => {
    if (going.current === null) return;
    const link = body.current?.querySelector<HTMLElement>(`tr[data-index="${going.current}"] th a`);
    going.current = null;
    link?.focus({ preventScroll: true });
  });
  const printing = usePrinting();
  const drawn: Drawn[] = printing
    ? Array.from({ length: count }, (_, index) => ({ index, gap: 0 }))
    : items.map(({ index, start }, place) => ({
        index,
        gap: start - (items[place - 1]?.end ?? top),
      }));
  const indexOf = (target: EventTarget) =>
    target instanceof Element ? Number(target.closest('tr[data-index]')?.getAttribute('data-index')) : NaN;
  return {
    attach,
    drawn,
    after: last && !printing ? top + virtualizer.getTotalSize() - last.end : 0,
    measure: virtualizer.measureElement,
    onFocus: ({ target }: FocusEvent) => {
      const index = indexOf(target);
      if (!Number.isNaN(index)) setFocused(index);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const index = indexOf(event.target) + step;
      if (step === 0 || Number.isNaN(index) || index < 0 || index >= count) return;
      event.preventDefault();
      going.current = index;
      virtualizer.scrollToIndex(index);
      setFocused(index);
    },
  };
}
