/** Provider token: the Nest transport strategy that brings events; `runService` connects it where it is provided. */
export const EVENT_STRATEGY = Symbol('EVENT_STRATEGY');

/** Provider token: whether the broker can be reached, for readiness. */
export const BROKER_STATUS = Symbol('BROKER_STATUS');

export interface BrokerStatus {
  connected(): boolean;
}
