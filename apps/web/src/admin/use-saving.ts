import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Saves and looks again at what was saved, whether that went well or somebody else was faster. */
export function useSaving<Given, Answer>(save: (given: Given) => Promise<Answer>, key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSettled: () => queries.invalidateQueries({ queryKey: [key] }),
  });
}
