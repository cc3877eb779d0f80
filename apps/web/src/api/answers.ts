import { queryOptions } from '@tanstack/react-query';
import { i18n } from '@lingui/core';
import { http, query } from './http.ts';

export interface ItemChange {
  readonly linkId: string;
  readonly text: string;
  readonly value: number | null;
  readonly label: string | null;
  readonly previous: number | null;
  readonly previousLabel: string | null;
  readonly moved: number | null;
  /** Of an item about harm; what is met stands first. */
  readonly risk: { readonly atLeast: number; readonly met: boolean } | null;
}

interface Comparison {
  readonly instrument: { readonly title: string };
  readonly answeredAt: string;
  readonly previous: { readonly answeredAt: string } | null;
  readonly items: readonly ItemChange[];
}

/** Answers beside those of the time before; for those who treat or supervise the client. */
export const changesQuery = (responseId: string) =>
  queryOptions({
    queryKey: ['answers', responseId],
    queryFn: () =>
      http<Comparison>(
        `/api/questionnaires/responses/${responseId}/changes?${query({ language: i18n.locale })}`,
      ),
  });
