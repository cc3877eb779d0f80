import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Board, boardQuery, saveBoard } from '../api/board.ts';
import { boardOfDevice, forgetDevice } from './board-of-device.ts';

const none: Board = { views: [], hidden: [] };

/** The views and columns of the person: changed at once, kept a moment later, and as they were where that fails. */
export function useBoard(personId: string) {
  const queries = useQueryClient();
  const { data, isPending, error, refetch } = useQuery(boardQuery);
  const keep = useMutation({
    // One after the other: each is a change of what the one before it made.
    scope: { id: 'board' },
    mutationFn: (next: Board) => saveBoard(next, queries.getQueryData(boardQuery.queryKey)?.version ?? 0),
    onMutate: async (next) => {
      await queries.cancelQueries(boardQuery);
      queries.setQueryData(boardQuery.queryKey, (old) => old && { ...old, ...next });
    },
    onSuccess: ({ version }) => {
      queries.setQueryData(boardQuery.queryKey, (old) => old && { ...old, version });
      forgetDevice(localStorage, personId);
    },
    onError: () => queries.invalidateQueries(boardQuery),
  });
  const { mutate } = keep;
  const nothingKept = data?.version === 0;
  useEffect(() => {
    const found = nothingKept ? boardOfDevice(localStorage, personId) : null;
    if (found) mutate(found);
  }, [nothingKept, personId, mutate]);
  const board = data ?? none;
  return {
    ...{ board, isPending, error, refetch: () => void refetch(), unkept: keep.error },
    change: (part: Partial<Board>) => {
      if (data) mutate({ views: data.views, hidden: data.hidden, ...part });
    },
  };
}
export type UsedBoard = ReturnType<typeof useBoard>;
