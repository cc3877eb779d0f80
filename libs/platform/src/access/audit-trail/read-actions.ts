/** Actions that only read, as a pattern of both JavaScript and PostgreSQL; all others change something. */
export const readActions = '^(view|list|export|try|report)-';
