import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';
import noLiteralUnions from './tools/eslint/no-literal-unions.mjs';

/** The floors of lib/, from the ground up. A floor imports only from floors below it. */
const FLOORS = [
  'private',
  'settings',
  'os',
  'template',
  'node',
  'mixins',
  'eks',
  'ecs',
  'hardening',
  'validation',
  'testing',
];
/** Rooms on one floor, which never import each other. */
const BESIDE = { ecs: ['eks'] };
/** Floors that need aws-cdk-lib when they are loaded. */
const OF_THE_CDK = ['node', 'mixins', 'eks', 'ecs', 'hardening'];

export default tseslint.config(
  { ignores: ['build/**', 'dist/**', 'cdk.out/**', 'coverage/**', 'lib/**/generated/**', '**/node_modules/**'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.dev.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/explicit-member-accessibility': ['error', { overrides: { constructors: 'explicit' } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['lib/**/*.ts'],
    plugins: { local: { rules: { 'no-literal-unions': noLiteralUnions } } },
    rules: {
      'local/no-literal-unions': ['error', { index: 'lib/index.ts' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/^aws-cdk-lib.core/]',
          message: 'Only lib/private touches the internals of aws-cdk-lib.',
        },
        { selector: "CallExpression[callee.name='require']", message: 'Say why an import does not do.' },
      ],
    },
  },
  { files: ['lib/private/**'], rules: { 'no-restricted-syntax': 'off' } },
  ...FLOORS.map((floor, index) => ({
    files: [`lib/${floor}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [...FLOORS.slice(index + 1), ...(BESIDE[floor] ?? [])].map((other) => ({
            regex: `^(?:\\.\\./)+${other}(?:/|$)`,
            message: `lib/${floor} is not above lib/${other}.`,
          })),
        },
      ],
    },
  })),
  {
    // Commands must start quickly: only what is free of aws-cdk-lib. Controls are judged by them, too.
    files: ['lib/cli/**/*.ts', 'lib/hardening/controls/**/*.ts', 'bin/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(?:aws-cdk-lib|constructs)(?:/|$)', message: 'The command line does without the CDK.' },
            {
              regex: `^(?:\\.\\./)+(?!hardening/controls/)(?:${OF_THE_CDK.join('|')})(?:/|$)`,
              message: 'This floor needs aws-cdk-lib, which the command line does without.',
            },
          ],
        },
      ],
    },
  },
  {
    // Tables of commands load the code of a command when it runs, and the environment what only some commands need.
    files: ['lib/cli/**/commands.ts', 'lib/cli/environment.ts'],
    rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  // Escape hatches for any value that was caught.
  { files: ['lib/settings/bottlerocket-errors.ts'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  { files: ['tools/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly' } } },
  { files: ['**/*.js'], languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly' } } },
);
