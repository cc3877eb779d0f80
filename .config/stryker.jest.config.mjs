import { fileURLToPath } from 'node:url';
import config from './jest.config.mjs';

const rootDir = fileURLToPath(new URL('..', import.meta.url));
const unit = config.projects.find(({ displayName }) => displayName === 'unit');

/** The unit specs of the clinical engine alone, as one project: what a mutant is held against. */
export default { ...unit, rootDir, roots: [`${rootDir}libs/clinical/src`], displayName: undefined };
