const known = ['dedup-off', 'offset-before-commit', 'ordering-off', 'outbox-outside-transaction'] as const;
export type Mutation = (typeof known)[number];

/**
 * Which of the guarantees is switched off on purpose, so that the chaos run shows its checker catching it.
 * @throws Error when one is asked for outside of a chaos run, or is not known
 */
export function readMutation(env: NodeJS.ProcessEnv = process.env): Mutation | undefined {
  const asked = env.ATTUNE_MUTATION;
  if (asked === undefined || asked === '') return undefined;
  if (env.ATTUNE_CHAOS !== '1') throw new Error('ATTUNE_MUTATION breaks delivery: it needs ATTUNE_CHAOS=1');
  const mutation = known.find((name) => name === asked);
  if (!mutation) throw new Error(`ATTUNE_MUTATION takes ${known.join(', ')}`);
  return mutation;
}

const active = readMutation();

export const mutated = (mutation: Mutation): boolean => active === mutation;
