import { conflict, Problem, violatedConstraint } from '@attune/platform';

/** What the database refuses, in words. */
export function constraintProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const constraint = violatedConstraint(error);
  if (constraint === 'one_primary_at_a_time') {
    return conflict(
      'primary-taken',
      'The client has a primary therapist in that time: end that relationship first.',
    );
  }
  if (constraint === 'therapist_in_one_place') {
    return conflict(
      'therapist-busy',
      'The therapist has another session in that time: choose a different one.',
    );
  }
  if (constraint === 'one_absence_at_a_time') {
    return conflict(
      'absence-overlaps',
      'An absence of this person is planned for some of that time: end that one first.',
    );
  }
  return error;
}
