import { useEffect, useState } from 'preact/hooks';

interface Place {
  readonly page: number;
  /** The page that the browser's Back leads to. */
  readonly from?: number;
}

const here = (): Place | null => {
  const state = history.state as Place | null;
  return typeof state?.page === 'number' ? state : null;
};

/** The page of a form, one step of the browser's history for each: Back leads to the question before. */
export function usePage(first: number) {
  const [page, setPage] = useState(() => here()?.page ?? first);
  useEffect(() => {
    const follow = () => {
      setPage(here()?.page ?? first);
    };
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('popstate', follow);
    };
  }, [first]);

  const go = (to: number) => {
    history.pushState({ page: to, from: page } satisfies Place, '');
    setPage(to);
  };
  const back = () => {
    // The browser's own step where it leads there, so that its Forward still works.
    if (here()?.from === page - 1) history.back();
    else {
      history.replaceState({ page: page - 1 } satisfies Place, '');
      setPage(page - 1);
    }
  };
  return { page, go, back };
}
