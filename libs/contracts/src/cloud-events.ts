/** Kafka headers of CloudEvents 1.0 in binary content mode, as every event carries them. */
export const headers = {
  specversion: 'ce_specversion',
  id: 'ce_id',
  type: 'ce_type',
  source: 'ce_source',
  time: 'ce_time',
  subject: 'ce_subject',
  dataschema: 'ce_dataschema',
  partitionkey: 'ce_partitionkey',
  /** Gapless for each topic and key from 1, as 20 digits. */
  sequence: 'ce_sequence',
  /** Real time at which the request that began the chain of events arrived; for latency only. */
  origintime: 'ce_origintime',
  contentType: 'content-type',
  traceparent: 'traceparent',
} as const;

export const sequenceDigits = 20;
export const toSequence = (sequence: bigint | number | string): string =>
  String(sequence).padStart(sequenceDigits, '0');
