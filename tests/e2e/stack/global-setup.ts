import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { addresses, removeHome, startStack, type Addresses } from './stack-process.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    stack: { home: string; env: Addresses };
  }
}

/** One installation for every end-to-end test of the run: what `npm start` starts, in a temporary state folder. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'ai-cos-e2e-'));
  const env = await addresses();
  const stack = await startStack(home, env);
  project.provide('stack', { home, env });
  return async () => {
    await stack.stop();
    removeHome(home);
  };
}
