type Schema = Readonly<Record<string, unknown>>;

const annotations = new Set(['$schema', '$id', 'title', 'description', 'examples', 'x-event-type']);
const properties = (schema: Schema) => (schema.properties ?? {}) as Record<string, Schema>;
const required = (schema: Schema) => new Set((schema.required ?? []) as string[]);

/**
 * What would break a consumer of the same version. Topics keep old events, so each schema must accept what the other
 * does: beside annotations, a version may gain optional fields and nothing else.
 * @returns one sentence for each breach, with the path of the field
 */
export function breaches(before: Schema, after: Schema, path = ''): string[] {
  const found: string[] = [];
  for (const [name, schema] of Object.entries(properties(before))) {
    const now = properties(after)[name];
    if (!now) found.push(`${path}/${name} is gone`);
    else found.push(...breaches(schema, now, `${path}/${name}`));
  }
  for (const name of Object.keys(properties(after))) {
    const old = name in properties(before);
    if (!old && required(after).has(name)) found.push(`${path}/${name} is new and required`);
    if (old && required(before).has(name) !== required(after).has(name)) {
      found.push(`${path}/${name} changed between required and optional`);
    }
  }
  const nested = ['items'] as const;
  for (const key of nested) {
    if (isSchema(before[key]) && isSchema(after[key]))
      found.push(...breaches(before[key], after[key], `${path}/*`));
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (annotations.has(key) || key === 'properties' || key === 'required' || key === 'items') continue;
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      found.push(`${path || '/'} changed its ${key}`);
  }
  return found;
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
