import nx from '@nx/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const only = (sourceTag, ...tags) => ({ sourceTag, onlyDependOnLibsWithTags: tags });

/** Who may import whom; the table with the reasons is in docs/guides/developer.md. */
export const borders = [
  only('lib:contracts'),
  only('lib:clinical'),
  only('lib:platform', 'lib:contracts'),
  // Its tests run against the real broker and database that testing starts.
  only('lib:messaging', 'lib:contracts', 'lib:platform', 'lib:testing', 'lib:local'),
  only('lib:local', 'lib:contracts'),
  only('lib:testing', 'lib:contracts', 'lib:platform', 'lib:local'),
  only('app:service', 'lib:contracts', 'lib:messaging', 'lib:platform', 'lib:clinical', 'lib:testing'),
  only('app:gateway', 'lib:contracts', 'lib:messaging', 'lib:platform', 'lib:testing'),
  only('app:identity', 'lib:contracts', 'lib:platform', 'lib:testing'),
  only('app:attune', 'lib:contracts', 'lib:messaging', 'lib:platform', 'lib:local', 'lib:testing'),
  only('app:web', 'lib:contracts', 'lib:clinical'),
  only('app:check-in', 'lib:contracts', 'lib:clinical'),
  only('app:journeys', 'lib:contracts', 'lib:clinical', 'lib:testing', 'lib:local'),
];

export default tseslint.config(
  { ignores: ['.stryker/**', '**/dist/', '**/node_modules/', '.nx/', '.attune/', 'docs/', '**/coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          depConstraints: borders,
          enforceBuildableLibDependency: false,
          // Jest loads its global setup outside of its module system, and so without a transform; Vite and Jest expand
          // the same macros.
          allow: ['../../../../.config/source-loader.mjs', '../../.config/lingui-macro.mjs'],
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['apps/web/**/*.tsx', 'apps/web/**/*.ts'], ...hooks.configs.flat.recommended },
);
