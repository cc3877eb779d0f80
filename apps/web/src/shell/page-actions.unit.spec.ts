import { afterEach, expect, it } from '@jest/globals';
import { type PageAction, pageActions, register } from './page-actions.ts';

const action = (key: string, more: Partial<PageAction> = {}): PageAction => ({
  ...{ key, title: key, go: () => undefined },
  ...more,
});
const offered = (focused: Element | null = null) => pageActions(focused).map(({ key }) => key);
const place = (inside: Element) => ({ contains: (other: unknown) => other === inside }) as unknown as Element;
const leave: (() => void)[] = [];
const show = (name: string, ...actions: PageAction[]) => {
  const away = register(name, actions);
  leave.push(away);
  return away;
};
afterEach(() => {
  for (const away of leave.splice(0)) away();
});

it('offers what the parts of a page can do, as long as they are shown', () => {
  show('tools', action('export'));
  const away = show('sessions', action('book'));
  expect(offered()).toEqual(['export', 'book']);
  away();
  expect(offered()).toEqual(['export']);
});

it('a part that is drawn anew offers what it can do now, and the drawing before takes nothing away', () => {
  const before = show('tools', action('export'));
  show('tools', action('export'), action('views'));
  before();
  expect(offered()).toEqual(['export', 'views']);
});

it('what concerns one card is offered first to whoever is at it, and to nobody else', () => {
  const [button, elsewhere] = [{}, {}] as Element[];
  show('inbox', action('filter'));
  show('card', action('acknowledge', { within: () => place(button!) }));
  show('gone', action('wake', { within: () => null }));
  expect(offered(button)).toEqual(['acknowledge', 'filter']);
  expect([offered(elsewhere), offered()]).toEqual([['filter'], ['filter']]);
});
