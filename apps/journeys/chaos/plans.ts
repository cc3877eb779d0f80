import type { Plan } from './run-fault.ts';

export const fullPlan: Plan = {
  clients: 60,
  leastResponses: 500,
  restMs: 6_000,
  rounds: 3,
  patienceMs: 60_000,
};
export const shortPlan: Plan = {
  clients: 12,
  leastResponses: 60,
  restMs: 1_200,
  rounds: 1,
  patienceMs: 30_000,
};
export const mutationPlan: Plan = {
  clients: 12,
  leastResponses: 60,
  restMs: 500,
  rounds: 1,
  patienceMs: 12_000,
};
