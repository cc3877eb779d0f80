import { fileURLToPath } from 'node:url';
import { formatter } from '@lingui/format-po';

/** Texts of apps/web: `npm run translations` gathers them, translators fill hi.po. */
export default {
  rootDir: fileURLToPath(new URL('../apps/web', import.meta.url)),
  sourceLocale: 'en',
  locales: ['en', 'hi'],
  // English stands in where a text is not translated yet; `npm test` asks for all of them.
  fallbackLocales: { default: 'en' },
  catalogs: [
    {
      path: '<rootDir>/src/language/texts/{locale}',
      include: ['<rootDir>/src'],
      exclude: ['**/*.spec.ts'],
    },
  ],
  // Without line numbers and dates a catalogue changes only where a text does.
  format: formatter({ lineNumbers: false, customHeaderAttributes: { 'POT-Creation-Date': '' } }),
};
