import { expect, it } from 'vitest';

it('runs on the pinned Node whatever the machine has', () => {
  expect(process.version).toMatch(/^v24\./);
});
