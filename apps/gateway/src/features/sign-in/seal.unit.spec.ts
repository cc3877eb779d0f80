import { expect, it } from '@jest/globals';
import { Seal } from './seal.ts';

const seal = new Seal('a secret of at least thirty-two characters');
const content = { token: 'marked-token' };

it('opens what it sealed, after a restart too', async () => {
  const sealed = await seal.close('session', content, 60);
  expect(await new Seal('a secret of at least thirty-two characters').open('session', sealed)).toEqual(
    content,
  );
});

it('shows nothing of what is inside', async () => {
  const sealed = await seal.close('session', content, 60);
  const readable = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
  expect(readable.join()).not.toContain('marked-token');
});

it('opens nothing that was sealed for another purpose', async () => {
  expect(await seal.open('session', await seal.close('attempt', content, 60))).toBeUndefined();
});

it('opens nothing that is over', async () => {
  expect(await seal.open('session', await seal.close('session', content, -1))).toBeUndefined();
});

it('opens nothing that was sealed with another secret', async () => {
  const other = new Seal('another secret of at least thirty-two chars');
  expect(await seal.open('session', await other.close('session', content, 60))).toBeUndefined();
});

it('opens nothing that was altered', async () => {
  const sealed = await seal.close('session', content, 60);
  const parts = sealed.split('.');
  parts[3] = `${parts[3]?.startsWith('A') === true ? 'B' : 'A'}${parts[3]?.slice(1) ?? ''}`;
  expect(await seal.open('session', parts.join('.'))).toBeUndefined();
  expect(await seal.open('session', 'nonsense')).toBeUndefined();
});
