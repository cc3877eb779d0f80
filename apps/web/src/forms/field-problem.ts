import { ApiProblem, type FieldProblem } from '../api/http.ts';

/** What the platform refused, field by field. */
export const problemsOf = (error: Error | null): readonly FieldProblem[] =>
  error instanceof ApiProblem ? error.errors : [];

/** What it said about one field, or about anything within it; for the `error` of an input. */
export const problemAt = (error: Error | null, pointer: string): string | undefined =>
  problemsOf(error).find((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`))
    ?.detail;
