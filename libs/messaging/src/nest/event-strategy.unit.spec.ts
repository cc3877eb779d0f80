import { expect, test } from '@jest/globals';
import { of, throwError } from 'rxjs';
import { EventStrategy } from './event-strategy.ts';
import { OnEvent } from './event.decorators.ts';

/** A new one each time: Nest hangs a second handler of a type onto the first. */
const nothing = () => () => Promise.resolve(of(undefined));
const topic = 'attune.public.scores';

test('the topics of all handlers are told once listening begins', () => {
  const strategy = new EventStrategy();
  const told: string[][] = [];
  strategy.onListen((topics) => told.push([...topics]));
  strategy.addHandler('one.v1', nothing(), true, { topic });
  strategy.addHandler('two.v1', nothing(), true, { topic });
  strategy.addHandler('three.v1', nothing(), true, { topic: 'attune.public.alerts' });
  strategy.listen(() => undefined);
  expect(told).toEqual([[topic, 'attune.public.alerts']]);
});

test('two handlers of one type are refused at the start', () => {
  const strategy = new EventStrategy();
  strategy.addHandler('one.v1', nothing(), true, { topic });
  strategy.addHandler('one.v1', nothing(), true, { topic });
  expect(() => strategy.listen(() => undefined)).toThrow('Two handlers take one.v1');
});

test('a handler without a topic is refused at the start', () => {
  const strategy = new EventStrategy();
  strategy.addHandler('one.v1', nothing(), true);
  expect(() => strategy.listen(() => undefined)).toThrow('@OnEvent');
});

test('the error of a handler reaches the caller as it is', async () => {
  const strategy = new EventStrategy();
  const error = new TypeError('as it is');
  strategy.addHandler('one.v1', () => Promise.resolve(throwError(() => error)), true, { topic });
  await expect(strategy.find('one.v1')?.({}, {} as never)).rejects.toBe(error);
  expect(strategy.find('two.v1')).toBeUndefined();
});

test('one handler may take several events of one topic, and of one topic only', () => {
  const [one, two] = ['one.v1', 'two.v1'].map((type) => ({ type, topic })) as [never, never];
  expect(() => OnEvent(one, two)).not.toThrow();
  const elsewhere = { type: 'three.v1', topic: 'attune.public.alerts' as const };
  expect(() => OnEvent(one, elsewhere)).toThrow('three.v1 and one.v1 are of different topics');
});
