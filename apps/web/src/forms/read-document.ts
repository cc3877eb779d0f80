import { t } from '@lingui/core/macro';

/** What a text says as JSON, or why it cannot be read. */
export function readDocument(text: string): { readonly document: object } | { readonly fault: string } {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document === 'object' && document !== null && !Array.isArray(document)) return { document };
    return { fault: t`It must be one JSON object: it begins with a brace.` };
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return { fault: t`It is no JSON: ${why}` };
  }
}
