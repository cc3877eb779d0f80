import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Board, boardQuery, saveBoard } from '../api/board.ts';
import { ApiProblem } from '../api/http.ts';
import { boardOfDevice, forgetDevice, joined } from './board-of-device.ts';

export type BoardChange = (board: Board) => Board;

const mutationKey = ['board'];
const none: Board = { views: [], hidden: [] };
const changedMeanwhile = (error: unknown) => error instanceof ApiProblem && error.status === 412;

/**
 * The views and columns of the person: shown as changed at once, and kept a moment later. Each change is made to what
 * the platform has by then, so that of two devices neither takes back what the other did.
 */
export function useBoard(personId: string) {
  const queries = useQueryClient();
  const { data, isPending, error, refetch } = useQuery(boardQuery);
  const keep = useMutation({
    mutationKey,
    // One after the other.
    scope: { id: 'board' },
    mutationFn: async (change: BoardChange) => {
      const save = async (staleTime: number) => {
        const kept = await queries.fetchQuery({ ...boardQuery, staleTime });
        return saveBoard(change(kept), kept.version);
      };
      return save(Infinity).catch((problem: unknown) => {
        if (changedMeanwhile(problem)) return save(0);
        throw problem;
      });
    },
    onSuccess: (kept) => {
      queries.setQueryData(boardQuery.queryKey, kept);
    },
  });
  const onTheWay = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => state.variables as BoardChange,
  });
  const { mutate } = keep;
  const known = data !== undefined;
  useEffect(() => {
    const found = known ? boardOfDevice(localStorage, personId) : null;
    if (!found) return;
    const done = () => {
      forgetDevice(localStorage, personId);
    };
    mutate((board) => joined(board, found), { onSuccess: done });
  }, [known, personId, mutate]);
  return {
    board: onTheWay.reduce((board, change) => change(board), data ?? none),
    ...{ isPending, error, refetch: () => void refetch(), unkept: keep.error, change: mutate },
  };
}
export type UsedBoard = ReturnType<typeof useBoard>;
