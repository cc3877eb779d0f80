/** As much of an OpenAPI 3.1 document as merging needs to know. */
export interface OpenApi {
  openapi: string;
  info: { title: string; version: string; description?: string };
  paths?: Record<string, unknown>;
  components?: Record<string, Record<string, unknown>>;
  tags?: { name: string; description?: string }[];
  [key: string]: unknown;
}

/**
 * One document of all services. Equal components are shared; when two services mean different things by one name,
 * the later one's is renamed to `<service>.<name>`, with every reference to it.
 * @throws Error when two services claim the same path, for only one of them could be reached
 */
export function mergeOpenApi(base: OpenApi, parts: ReadonlyMap<string, OpenApi>): OpenApi {
  const merged = structuredClone(base);
  const paths = (merged.paths ??= {});
  const components = (merged.components ??= {});
  const tags = (merged.tags ??= []);
  for (const [service, part] of parts) {
    const own = rename(structuredClone(part), clashes(components, part), service);
    for (const [path, item] of Object.entries(own.paths ?? {})) {
      if (path in paths) throw new Error(`${service} describes ${path}, which is described already`);
      paths[path] = item;
    }
    for (const [section, entries] of Object.entries(own.components ?? {})) {
      // How to authenticate is the gateway's to say: it offers the cookie beside the bearer token.
      if (section !== 'securitySchemes') Object.assign((components[section] ??= {}), entries);
    }
    tags.push(...(own.tags ?? []).filter((tag) => !tags.some((known) => known.name === tag.name)));
  }
  return merged;
}

/** References such as `#/components/schemas/Page` that mean something else already. */
function clashes(components: Record<string, Record<string, unknown>>, part: OpenApi): Set<string> {
  const found = new Set<string>();
  for (const [section, entries] of Object.entries(part.components ?? {})) {
    for (const [name, entry] of Object.entries(entries)) {
      const known = components[section]?.[name];
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(entry)) {
        found.add(`#/components/${section}/${name}`);
      }
    }
  }
  return found;
}

function rename(part: OpenApi, clashing: Set<string>, service: string): OpenApi {
  if (clashing.size === 0) return part;
  const newName = (reference: string): string => reference.replace(/[^/]+$/, (name) => `${service}.${name}`);
  const renamed = JSON.parse(JSON.stringify(part), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' && clashing.has(value) ? newName(value) : value,
  ) as OpenApi;
  for (const [section, entries] of Object.entries(renamed.components ?? {})) {
    for (const [name, entry] of Object.entries(entries)) {
      if (!clashing.has(`#/components/${section}/${name}`)) continue;
      entries[`${service}.${name}`] = entry;
      Reflect.deleteProperty(entries, name);
    }
  }
  return renamed;
}
