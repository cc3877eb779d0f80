import requestQueue from 'kafkajs/src/network/requestQueue/index.js';

interface Queue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
}

const { prototype } = requestQueue as unknown as {
  prototype: { scheduleCheckPendingRequests(this: Queue): void };
};
const schedule = prototype.scheduleCheckPendingRequests;

/**
 * kafkajs 2.2.4 looks at an empty queue again and again: 2 to 4 % of a core in each idle process, and timers with
 * negative times (tulios/kafkajs#1751). It need only look while something waits or the broker throttles.
 */
prototype.scheduleCheckPendingRequests = function (this: Queue) {
  if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
};
