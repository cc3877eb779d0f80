import { type ArgumentMetadata, StandardSchemaValidationPipe } from '@nestjs/common';
import { type FieldError, invalid } from '../errors/problem.ts';
import { illFormed } from './ill-formed.ts';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

const mostErrors = 100;

/** Checks what comes in against the schema at the parameter, and names each field that does not fit. */
class WellFormedPipe extends StandardSchemaValidationPipe {
  override transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const place = metadata.type === 'custom' ? undefined : illFormed(value);
    if (place) {
      const detail = 'Send text that can be read: without a NUL and without half a character.';
      throw invalid([{ pointer: place.map((step) => `/${escape(step)}`).join(''), detail }]);
    }
    if (metadata.type === 'query') requireKnown(value, metadata.schema);
    return super.transform(value, metadata) as Promise<T>;
  }
}

/** A mistyped filter would widen what is asked for without a word. */
function requireKnown(query: unknown, schema: unknown): void {
  const { shape } = (schema ?? {}) as { readonly shape?: object };
  if (!shape) return;
  const known = Object.keys(shape);
  const strange = Object.keys(query as object).filter((name) => !known.includes(name));
  const detail = `There is no such parameter here. There are: ${known.join(', ')}.`;
  if (strange.length > 0)
    throw invalid(strange.slice(0, mostErrors).map((name) => ({ pointer: `/${escape(name)}`, detail })));
}

export const validationPipe = new WellFormedPipe({
  exceptionFactory: (issues: readonly Issue[]) => invalid(issues.slice(0, mostErrors).map(toFieldError)),
});

function toFieldError({ message, path = [] }: Issue): FieldError {
  const steps = path.map((step) => String(typeof step === 'object' ? step.key : step));
  return { pointer: steps.map((step) => `/${escape(step)}`).join(''), detail: message };
}

/** RFC 6901. */
const escape = (step: string) => step.replaceAll('~', '~0').replaceAll('/', '~1');
