// Dates in tests read the same on every machine.
process.env.TZ = 'UTC';

const base = require('./.config/jest.config');
const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');

const moreESModules = [
  'msw',
  '@mswjs',
  '@open-draft',
  'until-async',
  'rettime',
  'headers-polyfill',
  'cookie',
  'tough-cookie',
  'is-node-process',
  'outvariant',
  'jose',
];

const swc = base.transform['^.+\\.(t|j)sx?$'];

const shared = {
  ...base,
  rootDir: __dirname,
  // d3-color ships .mjs only, so the transform must take that ending too.
  transform: { '^.+\\.m?[tj]sx?$': swc },
  transformIgnorePatterns: [nodeModulesToTransform([...grafanaESModules, ...moreESModules])],
};

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'plugin',
      testEnvironment: 'jest-fixed-jsdom',
      testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
    },
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      setupFilesAfterEnv: [],
      testMatch: ['<rootDir>/tests/**/*.test.ts', '<rootDir>/console/**/*.test.ts'],
    },
  ],
};
