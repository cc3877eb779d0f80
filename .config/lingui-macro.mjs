import { fileURLToPath } from 'node:url';
import { transformSync } from '@babel/core';
import { getConfig } from '@lingui/conf';

export const configPath = fileURLToPath(new URL('lingui.config.mjs', import.meta.url));
const linguiConfig = getConfig({ configPath });

const macro = /from ['"]@lingui\/(?:core|react)\/macro['"]/;

/**
 * Turns Lingui's macros into calls, and leaves types and JSX to whoever comes next. Babel, because Lingui's own
 * compiled transformer asks for a newer Node than the one that may install our packages.
 *
 * @param {string} code a module of apps/web
 * @param {string} filename its path
 * @param {boolean} production whether the English texts may go: the catalogue has them
 * @returns {{ code: string, map: { mappings: string, names: string[], sources: string[], version: number } } | undefined} nothing where there is no macro
 */
export function expandMacros(code, filename, production) {
  if (!macro.test(code)) return undefined;
  const result = transformSync(code, {
    filename,
    babelrc: false,
    configFile: false,
    sourceMaps: true,
    parserOpts: { plugins: ['typescript', ...(filename.endsWith('x') ? ['jsx'] : [])] },
    plugins: [
      [
        '@lingui/babel-plugin-lingui-macro',
        { linguiConfig, descriptorFields: production ? 'id-only' : 'all' },
      ],
    ],
  });
  return { code: result.code, map: result.map };
}
