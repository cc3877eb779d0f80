import { CatchBoundary } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { BrokenPart } from './no-page.tsx';

interface Props {
  /** What it is about: another one is tried anew. */
  readonly of: string;
  /** What stands there meanwhile. */
  readonly loading: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page whose script is fetched when it is opened; where it is not to be had, the rest of the page stands. */
export const Later = ({ of, loading, children }: Props) => (
  <CatchBoundary getResetKey={() => of} errorComponent={BrokenPart}>
    <Suspense fallback={loading}>{children}</Suspense>
  </CatchBoundary>
);
