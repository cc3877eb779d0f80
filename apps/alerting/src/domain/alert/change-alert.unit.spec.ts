import { describe, expect, it } from '@jest/globals';
import { sampleAlert } from '../../test-stack/sample-alert.ts';
import type { Alert } from './alert.ts';
import { acknowledge, reassign, reroute } from './change-alert.ts';

const now = new Date('2026-11-23T10:00:00Z');
const route = (recipientId: string | null, watcherIds: string[] = []) => ({
  recipientId,
  watcherIds,
  routeChangesAt: null,
});
const alert: Alert = sampleAlert();

describe('rerouting', () => {
  it('says nothing when nothing changes', () => {
    expect(reroute(alert, route('first'), now)).toBeNull();
  });

  it('goes to the new recipient and names the previous one', () => {
    expect(reroute(alert, route('second'), now)).toMatchObject({
      type: 'rerouted',
      previousRecipientId: 'first',
      alert: { recipientId: 'second', version: 2 },
    });
  });

  it('opens an acknowledged alert for a new recipient, not for a new watcher', () => {
    const acknowledged = acknowledge(alert, 'first', now).alert;
    expect(reroute(acknowledged, route('second'), now)?.alert).toMatchObject({
      status: 'open',
      acknowledgement: null,
    });
    expect(reroute(acknowledged, route('first', ['supervisor']), now)?.alert).toMatchObject({
      status: 'acknowledged',
      acknowledgement: { by: 'first' },
      watcherIds: ['supervisor'],
    });
  });
});

describe('a pin set by hand', () => {
  const pinned = reassign(alert, { recipientId: 'pinned', reason: 'on leave' }, route('first'), now).alert;

  it('holds against the care relationships', () => {
    expect(pinned).toMatchObject({
      recipientId: 'pinned',
      pinnedRecipientId: 'pinned',
      pinReason: 'on leave',
    });
    expect(reroute(pinned, route('second'), now)).toBeNull();
  });

  it('is lifted by hand, and the relationships of now decide again', () => {
    expect(reassign(pinned, null, route('second'), now).alert).toMatchObject({
      recipientId: 'second',
      pinnedRecipientId: null,
      pinReason: null,
    });
  });
});
