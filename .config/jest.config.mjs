import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const swc = JSON.parse(readFileSync(new URL('./swc.json', import.meta.url), 'utf8'));
swc.jsc.rewriteRelativeImportExtensions = false;

// Absolute, because Jest reads a project's rootDir relative to the root of the roots.
const rootDir = fileURLToPath(new URL('..', import.meta.url));

const compiled = { ...swc, swcrc: false };
const withMacros = fileURLToPath(new URL('jest-transform.mjs', import.meta.url));

const base = {
  rootDir,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/deploy'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '/apps/web/.+\\.ts$': [withMacros, compiled],
    '^.+\\.ts$': ['@swc/jest', compiled],
  },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@attune/source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['/dist/', '/.attune/'],
  // Nest writes its decorators' metadata through Reflect.
  setupFiles: ['reflect-metadata'],
};

export default {
  rootDir,
  coverageProvider: 'v8',
  // Hooks and tests without a limit of their own: a busy machine may take its time over real parts. Jest reads it here,
  // not in a project.
  testTimeout: 30_000,
  testSequencer: fileURLToPath(new URL('test-sequencer.mjs', import.meta.url)),
  projects: [
    { ...base, displayName: 'unit', testMatch: ['**/*.unit.spec.ts'] },
    {
      ...base,
      displayName: 'integration',
      testMatch: ['**/*.int.spec.ts'],
      // One real PostgreSQL and one real Kafka for the whole run.
      globalSetup: '<rootDir>/libs/testing/src/jest/global-setup.ts',
      globalTeardown: '<rootDir>/libs/testing/src/jest/global-teardown.ts',
    },
    {
      ...base,
      displayName: 'e2e',
      testMatch: ['**/*.e2e.spec.ts'],
      // One whole platform for all journeys of the run, started by the first that asks for it.
      globalSetup: '<rootDir>/apps/journeys/src/jest/global-setup.ts',
      globalTeardown: '<rootDir>/apps/journeys/src/jest/global-teardown.ts',
    },
  ],
};
