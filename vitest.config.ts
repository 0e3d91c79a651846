import { defineConfig } from 'vitest/config';

const WORKSPACES = [
  'catalog',
  'service-kit',
  'exporters',
  'alert-rules',
  'dashboards',
  'agent-runner',
  'demo',
  'stack',
];

/** Real processes and browsers: one file at a time. */
const realProcesses = { fileParallelism: false, testTimeout: 180_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    globalSetup: ['stack/src/testing/global-setup.ts'],
    // Two cores are enough for everybody: more workers only make timings noisy.
    maxWorkers: 2,
    projects: [
      ...WORKSPACES.map((name) => ({
        extends: true as const,
        test: {
          name,
          include: [`${name}/{src,test}/**/*.test.ts`],
          testTimeout: 15_000,
          hookTimeout: 60_000,
        },
      })),
      {
        extends: true as const,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // One installation for all of them: what npm start starts.
          globalSetup: ['tests/e2e/stack/global-setup.ts'],
          ...realProcesses,
        },
      },
      {
        extends: true as const,
        test: {
          name: 'tests',
          include: ['tests/{eval,faults}/**/*.test.ts'],
          ...realProcesses,
        },
      },
    ],
  },
});
