/** One thing that `npm run check` checks. */
export type CheckStep = { name: string; script: string; fix?: string };

/** In order of cost, cheapest first; every step is an npm script of the root. */
export const CHECK_STEPS: readonly CheckStep[] = [
  { name: 'format', script: 'check:format', fix: 'npm run format' },
  { name: 'boundaries', script: 'check:boundaries' },
  { name: 'dead code', script: 'check:dead-code' },
  { name: 'generated files', script: 'check:generated', fix: 'npm run generate' },
  { name: 'types', script: 'check:types' },
  { name: 'lint', script: 'check:lint' },
];
