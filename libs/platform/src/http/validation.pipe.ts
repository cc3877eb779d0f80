import { StandardSchemaValidationPipe } from '@nestjs/common';
import { type FieldError, invalid } from '../errors/problem.ts';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

const mostErrors = 100;

/** Checks what comes in against the schema at the parameter, and names each field that does not fit. */
export const validationPipe = new StandardSchemaValidationPipe({
  exceptionFactory: (issues: readonly Issue[]) => invalid(issues.slice(0, mostErrors).map(toFieldError)),
});

function toFieldError({ message, path = [] }: Issue): FieldError {
  const steps = path.map((step) => String(typeof step === 'object' ? step.key : step));
  return { pointer: steps.map((step) => `/${escape(step)}`).join(''), detail: message };
}

/** RFC 6901. */
const escape = (step: string) => step.replaceAll('~', '~0').replaceAll('/', '~1');
