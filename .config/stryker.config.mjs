/** Mutation testing of the clinical engine: `npm run mutate`; the report goes to `.stryker/`. */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { configFile: '.config/stryker.jest.config.mjs', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  mutate: [
    'libs/clinical/src/**/*.ts',
    '!libs/clinical/src/**/*.spec.ts',
    '!libs/clinical/src/**/index.ts',
    // Written by the simulation: numbers, no decisions.
    '!libs/clinical/src/rules/operating-points.ts',
    // Runs in a thread of its own, which the mutant would not reach.
    '!libs/clinical/src/scoring/expression/expression.worker.ts',
  ],
  ignorePatterns: ['apps', 'deploy', 'docs', '.attune', '.nx', 'dist', '.stryker'],
  tempDirName: '.stryker/sandbox',
  reporters: ['clear-text', 'json', 'progress'],
  jsonReporter: { fileName: '.stryker/report.json' },
  clearTextReporter: { reportTests: false, allowColor: false },
  thresholds: { high: 90, low: 85, break: 85 },
  // Constants at module level would need every spec again, each in a process of its own.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
};
