import { describe, expect, it } from '@jest/globals';
import { clientNotice } from './notice.ts';
import { NoticeHistory } from './notice-history.ts';

function filled(count: number, capacity: number): NoticeHistory {
  const history = new NoticeHistory('e1', capacity);
  for (let i = 1; i <= count; i += 1) history.add(clientNotice(`c${String(i)}`, i, new Set()));
  return history;
}

function missed(history: NoticeHistory, id: string): string | string[] {
  const resumption = history.since(id);
  return resumption === 'resync' ? resumption : resumption.missed.map(({ notice }) => notice.id);
}

describe('resuming', () => {
  it('gives what came after the id, in order', () => {
    expect(missed(filled(5, 10), 'e1-3')).toEqual(['c4', 'c5']);
  });

  it('gives nothing to whoever has the newest', () => {
    const history = filled(5, 10);
    expect(missed(history, history.lastId)).toEqual([]);
  });

  it('gives everything to whoever came before the first', () => {
    expect(missed(filled(2, 10), 'e1-0')).toEqual(['c1', 'c2']);
  });

  it('works at the very edge of what is kept and not beyond', () => {
    const history = filled(12, 10);
    expect(missed(history, 'e1-2')).toHaveLength(10);
    expect(missed(history, 'e1-1')).toBe('resync');
  });

  it.each(['e0-3', 'e1-6', 'e1-', 'e1', '', 'e1--1', 'e1-x', `e1-${'9'.repeat(40)}`])(
    'asks to resync on the unknown id %p',
    (id) => {
      expect(missed(filled(5, 10), id)).toBe('resync');
    },
  );

  it('asks to resync on every id given out before a restart', () => {
    const history = filled(5, 10);
    history.restart('e2');
    expect(missed(history, 'e1-5')).toBe('resync');
    expect(missed(history, 'e1-0')).toBe('resync');
    history.add(clientNotice('c9', 1, new Set()));
    expect(missed(history, 'e2-0')).toEqual(['c9']);
  });
});
