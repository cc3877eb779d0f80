import { expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { fromFile, Parser } from '@asyncapi/parser';

test('the AsyncAPI file is one', async () => {
  const file = fileURLToPath(new URL('../../../docs/events/asyncapi.yaml', import.meta.url));
  const { document, diagnostics } = await fromFile(new Parser(), file).parse();
  expect(
    diagnostics.filter(({ severity }) => severity === 0).map(({ message, path }) => [message, path]),
  ).toEqual([]);
  expect(document?.version()).toBe('3.0.0');
});
