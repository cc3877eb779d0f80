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

/** The answer to a Bundle: an entry for each that was sent, in the same order. */
export interface Bundle {
  readonly entry: readonly {
    readonly response: {
      readonly status: string;
      readonly location?: string;
      readonly outcome?: {
        readonly issue: readonly {
          readonly details: { readonly text: string };
          readonly diagnostics?: string;
        }[];
      };
    };
  }[];
}

/** How each entry ended, with its reasons or notes, and whether all of them came in. */
export function toldOfBundle({ entry }: Bundle): { readonly text: string; readonly complete: boolean } {
  const lines = entry.flatMap(({ response: { status, location, outcome } }, index) => [
    `entry ${index}: ${status}${location === undefined ? '' : `, ${location}`}`,
    ...(outcome?.issue ?? []).map(({ details, diagnostics = '' }) =>
      line({ pointer: diagnostics, detail: details.text }),
    ),
  ]);
  const complete = entry.every(({ response }) => response.status.startsWith('2'));
  return { text: `${lines.join('\n')}\n`, complete };
}
