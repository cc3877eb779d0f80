import { createTransformer } from '@swc/jest';
import { expandMacros } from './lingui-macro.mjs';

/** SWC as everywhere, after Lingui's macros in the texts of apps/web. */
export default {
  createTransformer(options) {
    const swc = createTransformer(options);
    return {
      getCacheKey: swc.getCacheKey,
      process(code, filename, given) {
        return swc.process(expandMacros(code, filename, false)?.code ?? code, filename, given);
      },
    };
  },
};
