// Runs TypeScript straight from the source, for development and for one-off scripts:
// `node --import ./.config/source-loader.mjs FILE.ts`. SWC rather than type stripping, because Nest needs
// decorators and their metadata.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const options = JSON.parse(readFileSync(new URL('./swc.json', import.meta.url), 'utf8'));
options.jsc.rewriteRelativeImportExtensions = false;

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, { ...context, conditions: ['@attune/source', ...context.conditions] }),
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      ...options,
      filename,
      sourceMaps: 'inline',
      swcrc: false,
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
