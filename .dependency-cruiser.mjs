/** Which workspaces a workspace may import; what is not listed is forbidden. */
const ALLOWED = {
  catalog: [],
  'service-kit': ['catalog'],
  exporters: ['catalog', 'service-kit'],
  'alert-rules': ['catalog'],
  dashboards: ['catalog'],
  'agent-runner': ['catalog', 'service-kit'],
  demo: ['catalog', 'service-kit'],
  stack: ['catalog', 'service-kit', 'alert-rules', 'dashboards', 'agent-runner'],
};
const WORKSPACES = [...Object.keys(ALLOWED), 'grafana-plugin', 'provisioning', 'tests'];

function workspaceRule([from, allowed]) {
  const others = WORKSPACES.filter((name) => name !== from && !allowed.includes(name));
  return {
    name: `${from}-imports-only-what-it-may`,
    comment:
      `${from} may import ${allowed.join(', ') || 'no other workspace'}. Move shared code to catalog (data, types) or service-kit (runtime); ` +
      'reach another service over HTTP and environment variables, never by import.',
    severity: 'error',
    from: { path: `^${from}/` },
    to: { path: `^(${others.join('|')})/` },
  };
}

export default {
  forbidden: [
    ...Object.entries(ALLOWED).map(workspaceRule),
    {
      name: 'catalog-needs-only-zod',
      comment:
        'The catalog is data and schemas without I/O, also read by the browser: no package but zod, no Node module.',
      severity: 'error',
      from: { path: '^catalog/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypesNot: ['local', 'type-only'], pathNot: ['node_modules/zod/', '^catalog/'] },
    },
    {
      name: 'nobody-imports-tests-or-testing-helpers',
      comment: 'Test helpers are for test files: production code must not reach them.',
      severity: 'error',
      from: {
        pathNot: ['\\.test\\.ts$', '^[^/]+/test/', '^tests/', '^service-kit/src/testing/', '^stack/src/testing/'],
      },
      to: { path: ['^tests/', '^[^/]+/test/', '^(service-kit|stack)/src/testing/'] },
    },
    {
      name: 'only-the-contract-leaves-the-runner',
      comment:
        'Other workspaces see agent-runner/contract only (zod schemas and types); everything else goes over HTTP.',
      severity: 'error',
      from: { pathNot: '^(agent-runner|tests)/' },
      to: { path: '^agent-runner/src/(?!contract/)' },
    },
    {
      name: 'domain-code-knows-no-http',
      comment:
        'Inside the runner: http and cli call the domain folders, never the other way. Pass a value or throw a DomainError.',
      severity: 'error',
      from: { path: '^agent-runner/src/(?!http/|cli/|app\\.ts|main\\.ts|context\\.ts)', pathNot: '\\.test\\.ts$' },
      to: { path: '^agent-runner/src/(http|cli)/' },
    },
    {
      name: 'nothing-imports-the-composition-root',
      comment: 'context.ts wires everything: take what you need as an argument instead of importing the root.',
      severity: 'error',
      from: {
        path: '^agent-runner/src/',
        pathNot: ['^agent-runner/src/(main|app|context)\\.ts$', '^agent-runner/src/cli/', '\\.test\\.ts$'],
      },
      to: { path: '^agent-runner/src/context\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circular',
      comment: 'Two modules that import each other are one module or three: move what both need into its own file.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-undeclared-package',
      comment: 'List the package in the package.json of the workspace that imports it.',
      severity: 'error',
      from: { path: '^(catalog|service-kit|exporters|alert-rules|dashboards|agent-runner|demo|stack)/src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'nothing-unresolved',
      comment: 'The import leads nowhere: correct the path (with its .ts extension) or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|coverage)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
