import { defineConfig } from 'eslint/config';
import baseConfig from './.config/eslint.config.mjs';

export default defineConfig([
  { ignores: ['.config/', 'dist/', 'console/out/', 'coverage/', '**/node_modules/'] },
  ...baseConfig,
  {
    files: ['src/**/*.{ts,tsx}', 'console/**/*.{ts,tsx}', 'tests/**/*.ts'],
    rules: {
      'no-console': 'error',
      complexity: ['error', 14],
      'max-lines': ['error', 400],
      'no-restricted-globals': ['error', 'alert', 'confirm', 'prompt'],
    },
  },
  {
    // The console's own bundle uses the automatic JSX runtime and shares moment and lodash with plugins as Grafana does.
    files: ['console/**/*.{ts,tsx}'],
    rules: { 'react/react-in-jsx-scope': 'off', 'no-restricted-imports': 'off', 'no-duplicate-imports': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['*.css', '*.scss'], message: 'Style with @emotion/css and useStyles2.' }] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'location', message: 'Use locationService of @grafana/runtime.' },
        {
          object: 'Date',
          property: 'now',
          message: 'Business time comes from the runner; wall time from data/wall-clock.',
        },
      ],
    },
  },
]);
