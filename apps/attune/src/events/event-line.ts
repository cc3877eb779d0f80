/** A message as far as one line of a terminal needs it. */
export interface TailedMessage {
  readonly topic: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string | null;
}

/** One event on one line. What an internal topic carries (names, answers) is not shown. Pure. */
export function eventLine({ topic, key, headers, value }: TailedMessage): string {
  const time = headers['ce_time'] ?? '';
  const type = (headers['ce_type'] ?? 'not an event').replace(/^attune\./, '');
  const sequence = Number(headers['ce_sequence'] ?? 0);
  const data = topic.includes('.internal.') ? '(internal: not shown)' : (value ?? '(erased)');
  return `${time}  ${type}  ${key} #${sequence}  ${data}`;
}
