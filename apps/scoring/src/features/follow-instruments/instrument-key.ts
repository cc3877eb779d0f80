/** How an instrument's version is named where something waits for it. */
export const instrumentKey = ({ url, version }: { readonly url: string; readonly version: string }) =>
  `${url}|${version}`;
