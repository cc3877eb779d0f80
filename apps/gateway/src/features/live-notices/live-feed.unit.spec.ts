import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { alertNotice, clientNotice } from '../../domain/notice.ts';
import { LiveFeed } from './live-feed.ts';

let feed: LiveFeed;

beforeEach(() => {
  jest.useFakeTimers();
  feed = new LiveFeed();
});
afterEach(() => {
  feed.close();
  jest.useRealTimers();
});

const alertFor = (recipientId: string, alertId: string) =>
  alertNotice({ alertId, version: 1, recipientId, watcherIds: [] });

const nobody: ReadonlySet<string> = new Set();

/** Someone who listens, and what they have heard: ids of notices, and `resync`. */
function join(id: string, options: { role?: string; lastId?: string; sessionId?: string } = {}) {
  const response = new PassThrough();
  let text = '';
  response.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const person = { id, roles: [options.role ?? 'therapist'] };
  feed.join({ person, sessionId: options.sessionId ?? null, response }, options.lastId);
  const blocks = (): string[] => text.split('\n\n');
  return {
    response,
    text: () => text,
    heard: () =>
      blocks().flatMap((block) => {
        if (block.includes('event: resync')) return ['resync'];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        return data === undefined ? [] : [(JSON.parse(data) as { id: string }).id];
      }),
    lastId: () => [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '',
  };
}

describe('a listener', () => {
  it('hears what concerns them and nothing else', () => {
    const [mine, other, operations] = [join('me'), join('other'), join('ops', { role: 'operations' })];
    feed.publish(alertFor('me', 'a1'));
    feed.publish(clientNotice('c1', 5, nobody));
    expect([mine.heard(), other.heard(), operations.heard()]).toEqual([['a1'], [], ['a1', 'c1']]);
  });

  it('who comes back hears what they missed, once and in order, then goes on', () => {
    const before = join('me');
    feed.publish(alertFor('me', 'a1'));
    before.response.destroy();
    feed.publish(alertFor('me', 'a2'));
    feed.publish(alertFor('other', 'a3'));
    feed.publish(alertFor('me', 'a4'));
    const after = join('me', { lastId: before.lastId() });
    feed.publish(alertFor('me', 'a5'));
    expect(after.heard()).toEqual(['a2', 'a4', 'a5']);
  });

  it('who comes back before anything concerned them has missed nothing either', () => {
    const before = join('me');
    feed.publish(alertFor('me', 'a1'));
    expect(join('me', { lastId: before.lastId().replace(/\d+$/, '0') }).heard()).toEqual(['a1']);
  });

  it('with an id of another life is told to resync, and can resume from then on', () => {
    feed.publish(alertFor('me', 'a1'));
    const lost = join('me', { lastId: 'elsewhere-7' });
    expect(lost.heard()).toEqual(['resync']);
    feed.publish(alertFor('me', 'a2'));
    expect(join('me', { lastId: lost.lastId() }).heard()).toEqual([]);
  });

  it('is told to resync when notices may have been lost on their way here', () => {
    const listener = join('me');
    const old = listener.lastId();
    feed.resyncAll();
    expect(listener.heard()).toEqual(['resync']);
    expect(join('me', { lastId: old }).heard()).toEqual(['resync']);
  });

  it('whom nothing concerned in a busy hour still resumes, because the heartbeat moves the id on', () => {
    const quiet = join('me');
    for (let i = 0; i < 3_000; i += 1) feed.publish(clientNotice('c', i, nobody));
    jest.advanceTimersByTime(15_000);
    expect(quiet.heard()).toEqual([]);
    feed.publish(alertFor('me', 'a1'));
    const lastId = quiet
      .text()
      .split('event: notice')[0]
      ?.match(/id: (\S+)\n/g)
      ?.at(-2);
    expect(join('me', { lastId: lastId?.slice(4).trim() ?? '' }).heard()).toEqual(['a1']);
  });

  it('stops hearing when their session ends, and only theirs', () => {
    const [mine, other] = [join('me', { sessionId: 's1' }), join('me', { sessionId: 's2' })];
    feed.leave(({ sessionId }) => sessionId === 's1');
    expect([mine.response.writableEnded, other.response.writableEnded]).toEqual([true, false]);
  });

  it('who never reads is let go instead of filling the memory', () => {
    const response = new PassThrough({ highWaterMark: 1 });
    feed.join({ person: { id: 'me', roles: ['operations'] }, sessionId: null, response }, undefined);
    for (let i = 0; i < 10_000; i += 1) feed.publish(clientNotice(`client-${String(i)}`, i, nobody));
    expect(response.destroyed).toBe(true);
  });
});
