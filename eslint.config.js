import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const WALL_TIME =
  'business time is clock.now(), wall time is clock_timestamp() in SQL, a duration is performance.now()';

/** Every ban names what to write instead. `id` lets the one module that may do it say so. */
const BANS = [
  { id: 'export', selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
  { id: 'enum', selector: 'TSEnumDeclaration', message: 'Use a union derived from an `as const` array.' },
  {
    id: 'wall',
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: `No Date.now(): ${WALL_TIME}.`,
  },
  {
    id: 'wall',
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: `No new Date(): ${WALL_TIME}.`,
  },
  {
    id: 'wall',
    selector: 'TemplateElement[value.raw=/(?<![._a-z])now\\(\\)/i]',
    message: `No now() in SQL: ${WALL_TIME}.`,
  },
  { id: 'wall', selector: 'Literal[value=/(?<![._a-z])now\\(\\)/i]', message: `No now() in SQL: ${WALL_TIME}.` },
  {
    id: 'env',
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Read the environment in config/env.ts only, validated with parseEnv.',
  },
  {
    id: 'console',
    selector: "MemberExpression[object.name='console']",
    message: "Use a service's logger, or print() in a command.",
  },
  {
    id: 'exit',
    selector: "CallExpression[callee.object.name='process'][callee.property.name='exit']",
    message: 'Set process.exitCode or throw; runService ends a service.',
  },
  { id: 'reduce', selector: "CallExpression[callee.property.name='reduce']", message: 'Write a for…of loop.' },
  {
    id: 'only',
    selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(skip|only|todo)$/]',
    message: 'Delete or fix the test; a missing data set is skipped with context.skip(reason).',
  },
];

function bans(...allowed) {
  const rules = BANS.filter((ban) => !allowed.includes(ban.id)).map(({ selector, message }) => ({ selector, message }));
  return { 'no-restricted-syntax': ['error', ...rules] };
}

export default tseslint.config(
  {
    ignores: ['**/node_modules/', '**/dist/', '**/coverage/', '**/generated/', '.aicos/', 'grafana-plugin/', 'docs/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...bans(),
      eqeqeq: 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'import-x/order': [
        'error',
        { groups: [['builtin', 'external'], 'parent', 'sibling'], 'newlines-between': 'ignore' },
      ],
      'import-x/no-duplicates': 'error',
      'import-x/first': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  { files: ['service-kit/src/clock.ts'], rules: bans('wall') },
  { files: ['service-kit/src/process.ts'], rules: bans('exit') },
  { files: ['**/config/env.ts'], rules: bans('env') },
  { files: ['**/print.ts'], rules: bans('console') },
  {
    files: ['**/*.test.ts', '**/test/**/*.ts', 'tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  { files: ['vitest.config.ts', 'stack/src/testing/global-setup.ts'], rules: bans('export') },
  {
    files: ['**/*.{js,mjs}'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      parserOptions: { projectService: false, program: null, project: false },
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setInterval: 'readonly' },
    },
    rules: { ...tseslint.configs.disableTypeChecked.rules, ...bans('export', 'env', 'console', 'exit', 'wall') },
  }
);
