import type { ApiError } from '../api/api-client.ts';

interface Place {
  readonly pointer: string;
  readonly detail: string;
}

export interface Imported {
  readonly instrument: {
    readonly url: string;
    readonly version: string;
    readonly title: string;
    readonly items: readonly unknown[];
    readonly scales: readonly { code: string; min: number; max: number; higherIsBetter: boolean }[];
  };
  readonly notes: readonly Place[];
}

const line = ({ pointer, detail }: Place) => `  ${pointer === '' ? '(whole)' : pointer}  ${detail}`;

/** What came of an import, for a person at a terminal. */
export function told({ instrument: { url, version, title, items, scales }, notes }: Imported): string {
  const lines = [
    `${title}: ${url}|${version}, ${items.length} items`,
    ...scales.map(
      ({ code, min, max, higherIsBetter }) =>
        `  scale ${code}: ${min} to ${max}, ${higherIsBetter ? 'higher' : 'lower'} is better`,
    ),
    ...(notes.length > 0 ? ['Decided for you:', ...notes.map(line)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

export const declined = (file: string, { code, errors }: Pick<ApiError, 'code' | 'errors'>) =>
  [`${file} was declined (${code ?? 'no code'}); nothing of it was kept:`, ...errors.map(line)].join('\n');
