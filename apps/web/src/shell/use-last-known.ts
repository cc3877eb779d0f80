import { useState } from 'react';

/**
 * What was to be had last, and what it is an answer to: stands while what is asked for now is not to be had.
 * @param coming the data still answer what was asked before
 */
export function useLastKnown<Data, Asked>(data: Data | undefined, asked: Asked, coming: boolean) {
  const [known, setKnown] = useState<{ readonly data: Data; readonly asked: Asked } | null>(null);
  if (data !== undefined && !coming && known?.data !== data) setKnown({ data, asked });
  return known;
}
