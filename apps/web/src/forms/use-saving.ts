import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';

/** Held by the page, not by the form: what was saved becomes a new form, and the word that it was stays. */
export type Saving<Given> = Pick<
  UseMutationResult<unknown, Error, Given>,
  'mutate' | 'error' | 'isSuccess' | 'isPending' | 'variables'
>;

/** Saves and looks again at what was saved, whether that went well or somebody else was faster. */
export function useSaving<Given, Answer>(save: (given: Given) => Promise<Answer>, key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSettled: () => queries.invalidateQueries({ queryKey: [key] }),
  });
}
