import { fileURLToPath } from 'node:url';

const inRoom = (room) => `^apps/[^/]+/src/${room}/`;
const production = { pathNot: '\\.spec\\.ts$|/test-stack/|/test-bench/' };
const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { ...production, ...from },
  to,
});

/** The rooms of a service: domain decides, features are doors, store remembers. */
export default {
  forbidden: [
    never(
      'domain-is-pure',
      'The domain knows no framework, no database, no broker and no clock.',
      { path: inRoom('domain') },
      {
        path: 'node_modules/|^libs/(platform|messaging|contracts|testing)/',
        // Calendar arithmetic: no clock is read through it.
        pathNot: 'node_modules/(uuid|@types|temporal-polyfill)/',
      },
    ),
    never(
      'domain-knows-no-other-room',
      'Doors and stores call the domain, never the other way round.',
      { path: inRoom('domain') },
      { path: `${inRoom('features')}|${inRoom('store')}` },
    ),
    never(
      'store-knows-no-door',
      'Stores serve the features.',
      { path: inRoom('store') },
      { path: inRoom('features') },
    ),
    never(
      'store-appends-nothing',
      'append is called by features; a store takes only the tables of messaging.',
      { path: '^apps/[^/]+/src/store/', pathNot: '/migrations/|\\.spec\\.ts$' },
      { path: '^libs/messaging/' },
    ),
    never(
      'typeorm-stays-in-the-store',
      'TypeORM is the business of the stores.',
      { path: '^apps/', pathNot: '/src/store/|^apps/journeys/bench/naive/|\\.spec\\.ts$' },
      { path: 'node_modules/typeorm/' },
    ),
    never(
      'kafkajs-stays-in-one-folder',
      'The client can be exchanged in one folder.',
      {
        path: '^(apps|libs)/',
        pathNot: '^libs/messaging/src/kafka/|^apps/journeys/|^apps/attune/|\\.spec\\.ts$|/test-bench/',
      },
      { path: 'node_modules/kafkajs/' },
    ),
    never(
      'pg-stays-in-platform',
      'A door that speaks SQL goes past its store, and past row-level security.',
      { path: '^apps/', pathNot: '^apps/journeys/|^apps/attune/|\\.spec\\.ts$|/test-stack/' },
      { path: 'node_modules/pg/' },
    ),
    never(
      'domain-has-no-machine',
      'The domain reads no file, no clock and no environment: they arrive as arguments.',
      { path: inRoom('domain') },
      { dependencyTypes: ['core'] },
    ),
    never(
      'testing-is-for-tests',
      'What runs in a clinic has no test bench in it.',
      {
        path: '^(apps|libs)/',
        pathNot: '\\.spec\\.ts$|/test-stack/|/test-bench/|^libs/testing/|^apps/journeys/',
      },
      { path: '^libs/testing/' },
    ),
    never(
      'no-cycles',
      'A file that needs itself is two files.',
      { path: '^(apps|libs|deploy)/' },
      { circular: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['@attune/source', 'import', 'node', 'default'],
      // Without it the libraries' own names lead nowhere, and no rule about them bites.
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js'],
    },
    tsConfig: { fileName: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) },
  },
};
