import { productionScale, type TimeScale } from '@ai-cos/catalog';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseFiles } from './cases/case-files.ts';
import { promtoolCommand } from './config/env.ts';
import { renderRules } from './render-rules.ts';

/** The 25 s of all cases are run by `npm test` beside vitest; here are those that end quickly. */
const quickCases = ['meta.test.yml', 'off-target-observed.test.yml', 'off-target-feed-lost-while-ok.test.yml'];

let folder: string;

function promtool(...args: string[]) {
  const { status, stdout, stderr, error } = spawnSync(promtoolCommand(), args, { encoding: 'utf8', cwd: folder });
  if (error) throw new Error('promtool is missing: `npm test` unpacks it, or install Prometheus', { cause: error });
  return { status, output: stdout + stderr };
}

function writeAll(subfolder: string, files: ReadonlyMap<string, string>): string[] {
  mkdirSync(join(folder, subfolder), { recursive: true });
  return [...files].map(([name, content]) => {
    writeFileSync(join(folder, subfolder, name), content);
    return join(subfolder, name);
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aicos-rules-'));
  writeAll('generated', renderRules(productionScale));
  writeAll('test', caseFiles());
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('promtool', () => {
  const scales: Record<string, TimeScale> = {
    production: productionScale,
    demo: { daySeconds: 20, evaluationSeconds: 2, scrapeSeconds: 2 },
    'a slow demo': { daySeconds: 120, evaluationSeconds: 5, scrapeSeconds: 5 },
  };

  it.each(Object.entries(scales))('accepts the rules at the scale of %s', (name, scale) => {
    const files = writeAll(name, renderRules(scale));

    expect(promtool('check', 'rules', ...files)).toMatchObject({ status: 0 });
  });

  it.each(quickCases)('agrees with %s', (name) => {
    expect(promtool('test', 'rules', join('test', name))).toMatchObject({ status: 0 });
  });

  it('refuses a case whose expectation is wrong', () => {
    const meta = caseFiles().get('meta.test.yml') ?? '';
    writeFileSync(join(folder, 'test', 'wrong.test.yml'), meta.replace('Only 75%', 'Only 76%'));

    expect(promtool('test', 'rules', 'test/wrong.test.yml').status).toBe(1);
  });
});
