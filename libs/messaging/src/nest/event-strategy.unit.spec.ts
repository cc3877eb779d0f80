import { expect, test } from '@jest/globals';
import { of, throwError } from 'rxjs';
import { EventStrategy } from './event-strategy.ts';

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
