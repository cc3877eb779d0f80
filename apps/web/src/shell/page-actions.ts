import { useEffect, useId } from 'react';

/** What the open page can do, as the palette offers it. */
export interface PageAction {
  readonly key: string;
  readonly title: string;
  /** Only for whoever was at this place when the palette was opened. */
  readonly within?: () => Element | null;
  readonly go: () => unknown;
}

const registered = new Map<string, readonly PageAction[]>();

/** Keeps actions under a name; what takes them away again, unless they were exchanged meanwhile. */
export function register(name: string, actions: readonly PageAction[]): () => void {
  registered.set(name, actions);
  return () => {
    if (registered.get(name) === actions) registered.delete(name);
  };
}

/** What can be done now by whoever is at `focused`: what concerns that place first. */
export function pageActions(focused: Element | null): readonly PageAction[] {
  const all = [...registered.values()].flat();
  const here = ({ within }: PageAction) => within?.()?.contains(focused) === true;
  return [...all.filter(here), ...all.filter(({ within }) => within === undefined)];
}

/** Offers what a part of a page can do for as long as it is shown. */
export function usePageActions(actions: readonly PageAction[]): void {
  const name = useId();
  // After every drawing: an action does what it would do now.
  useEffect(() => register(name, actions));
}
