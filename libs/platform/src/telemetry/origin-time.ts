import { context, createContextKey } from '@opentelemetry/api';

const key = createContextKey('attune origin time');

/** Real time at which the request that began this chain of events reached the platform; now where nothing began it. */
export const originTime = (): Date => (context.active().getValue(key) as Date | undefined) ?? new Date();

/** Runs the work as part of a chain that began at this real time. */
export const withOriginTime = <T>(time: Date, work: () => T): T =>
  context.with(context.active().setValue(key, time), work);
