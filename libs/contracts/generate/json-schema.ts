import { z } from 'zod';
import type { EventContract } from '../src/index.ts';

/** JSON Schema 2020-12 of an event's data. Unknown fields are allowed: a version may gain optional ones. */
export function toJsonSchema({ type, dataschema, title, description, schema, example }: EventContract) {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return { $schema, $id: dataschema, title, description, 'x-event-type': type, ...rest, examples: [example] };
}
