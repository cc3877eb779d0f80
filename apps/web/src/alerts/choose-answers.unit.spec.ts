import { describe, expect, it } from '@jest/globals';
import type { ItemChange } from '../api/answers.ts';
import { chooseAnswers } from './choose-answers.ts';

const item = (linkId: string, change: Partial<ItemChange> = {}): ItemChange => ({
  ...{ linkId, text: linkId, value: 0, label: null, previous: null, previousLabel: null, moved: null },
  risk: null,
  ...change,
});
const eight = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => item(`phq9-${number}`));
const harm = (change: Partial<ItemChange> = {}) =>
  item('phq9-9', { value: 2, risk: { atLeast: 1, met: true }, ...change });
const ids = ({ rows }: { rows: readonly ItemChange[] }) => rows.map(({ linkId }) => linkId);

describe('the answers behind a safety alert', () => {
  it('begin with the one about harm, the first time', () => {
    const chosen = chooseAnswers([...eight, harm()], false, false);
    expect(ids(chosen)).toEqual(['phq9-9', 'phq9-1', 'phq9-2', 'phq9-3', 'phq9-4', 'phq9-5']);
    expect(chosen.answered).toBe(9);
  });

  it('begin with it where it is the same as the time before, and nothing else has moved', () => {
    const same = eight.map((each) => ({ ...each, previous: 0, moved: 0 }));
    const chosen = chooseAnswers([...same, harm({ previous: 2, moved: 0 })], true, false);
    expect([ids(chosen), chosen.risky, chosen.moved]).toEqual([['phq9-9'], 1, 0]);
  });

  it('begin with it where others have moved further', () => {
    const further = eight.map((each) => ({ ...each, value: 2, previous: 0, moved: 2 }));
    expect(ids(chooseAnswers([...further, harm({ previous: 1, moved: 1 })], true, false))[0]).toBe('phq9-9');
  });
});

it('shows every answer when they are asked for', () => {
  const items = [...eight.map((each) => ({ ...each, previous: 0, moved: 0 })), harm()];
  expect(ids(chooseAnswers(items, true, true))).toHaveLength(9);
});

it('leaves an item about harm that is no risk among the others', () => {
  const none = harm({ value: 0, previous: 1, moved: -1, risk: { atLeast: 1, met: false } });
  expect(chooseAnswers([...eight, none], true, false)).toMatchObject({ risky: 0, moved: 1 });
});
