import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { english } from '../../domain/words/english.ts';
import { askPage, donePage } from './opt-out.page.ts';
import { styleSheet } from './opt-out.style.ts';

it('names the way that is stopped, and the one that goes on', () => {
  for (const page of [askPage, donePage]) {
    const both = page(english, { stops: 'email', remains: 'sms' });
    expect(both).toMatch(/write to you by email any more|no more of these messages by email/);
    expect(both).toContain('may still write to you by SMS');
    expect(page(english, { stops: 'email', remains: null })).not.toContain('SMS');
  }
});

it('wears the colours of the client’s form, and its buttons', () => {
  const form = readFileSync(
    fileURLToPath(new URL('../../../../check-in/src/check-in.css', import.meta.url)),
    'utf8',
  );
  const colours = (sheet: string) => sheet.match(/--[a-z-]+: light-dark\([^)]+\)/g) ?? [];
  expect(colours(styleSheet)).toHaveLength(4);
  expect(colours(form)).toEqual(expect.arrayContaining(colours(styleSheet)));
  expect(styleSheet).toContain('min-height: 3.25rem');
});
