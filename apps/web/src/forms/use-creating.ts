import { useRef } from 'react';
import { useSaving } from './use-saving.ts';

/** Creates once: each try carries the same key, until one has succeeded. */
export function useCreating<Given, Answer>(
  create: (given: Given, key: string) => Promise<Answer>,
  queryKey: string,
) {
  const key = useRef<string>(undefined);
  return useSaving(async (given: Given) => {
    key.current ??= crypto.randomUUID();
    const answer = await create(given, key.current);
    key.current = undefined;
    return answer;
  }, queryKey);
}
