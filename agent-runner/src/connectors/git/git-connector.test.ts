import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionTypes } from '@ai-cos/catalog';
import { simpleGit } from 'simple-git';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connector, EffectRequest } from '../connector.ts';
import { availableSandboxes } from '../sandbox/sandbox.ts';
import { createGitConnector } from './git-connector.ts';
import { specKitFiles } from './spec-kit-files.ts';

let folder: string;
let origin: string;
const [sandbox = null] = availableSandboxes();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'origin-'));
  origin = join(folder, 'origin.git');
  const seed = join(folder, 'seed');
  mkdirSync(seed);
  await simpleGit().init(['--bare', '--initial-branch=main', origin]);
  const git = simpleGit(seed);
  await git.init(['--initial-branch=main']);
  await git.addConfig('user.name', 'Seed');
  await git.addConfig('user.email', 'seed@example.com');
  writeFileSync(join(seed, 'README.md'), '# Shop\n');
  await git.add('.').commit('seed');
  await git.addRemote('origin', origin);
  await git.push('origin', 'main');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const effect: EffectRequest = {
  actionId: 'a1',
  type: actionTypes['tech.spec'],
  title: 'Cover the checkout with tests',
  description: 'Coverage fell from 82 % to 71 %.',
  parameters: {
    title: 'Cover the checkout with tests',
    goal: 'A broken checkout fails a test',
    evidence: ['checkout.ts: 34 % covered\n# not a heading', '11 defects in 90 days'],
    acceptance: ['checkout.ts is covered by at least 80 %'],
  },
  key: 'a'.repeat(64),
  signal: new AbortController().signal,
};
const branch = 'ai-cos/cover-the-checkout-with-tests-aaaaaaaa';

function connector(options: { testCommand?: string[]; filesOf?: () => Record<string, string> } = {}): Connector {
  return createGitConnector({
    kind: 'spec-kit',
    settings: {
      repository: origin,
      baseBranch: 'main',
      testCommand: options.testCommand,
      author: { name: 'AI-COS', email: 'ai-cos@example.com' },
    },
    sandbox,
    filesOf: options.filesOf ?? specKitFiles,
  });
}

const show = (path: string): Promise<string> => simpleGit(origin).raw(['show', `${branch}:${path}`]);

describe('the git connector', () => {
  it('pushes spec, plan and tasks on a branch and leaves the base branch alone', async () => {
    const main = await simpleGit(origin).revparse(['main']);

    expect(await connector().call(effect)).toMatchObject({ kind: 'done', reference: branch });

    const [path = ''] = Object.keys(specKitFiles(effect));
    expect(await show(path)).toContain('**FR-001**: checkout.ts is covered by at least 80 %');
    expect(await simpleGit(origin).revparse(['main'])).toBe(main);
  });

  it('keeps text of the evidence on one line: it cannot open a heading', async () => {
    await connector().call(effect);

    const plan = Object.keys(specKitFiles(effect)).find((path) => path.endsWith('plan.md')) ?? '';
    expect(await show(plan)).toContain('- checkout.ts: 34 % covered # not a heading');
  });

  it('finds by its key what an earlier attempt pushed', async () => {
    expect(await connector().lookup(effect)).toEqual({ kind: 'absent' });
    await connector().call(effect);

    expect(await connector().lookup(effect)).toMatchObject({ kind: 'applied', reference: branch });
  });

  it.runIf(sandbox !== null)('rolls back and pushes nothing when the tests of the repository fail', async () => {
    const result = await connector({ testCommand: ['sh', '-c', 'echo 1 test failed; exit 1'] }).call(effect);

    expect(result).toMatchObject({ kind: 'refused', reason: expect.stringContaining('1 test failed') as string });
    expect(await connector().lookup(effect)).toEqual({ kind: 'absent' });
  });

  it('refuses paths outside the repository', async () => {
    for (const path of ['../outside', '/etc/passwd', 'a/../../b', '.git/hooks/pre-commit']) {
      const result = await connector({ filesOf: () => ({ [path]: 'x' }) }).call(effect);
      expect(result).toMatchObject({ reason: expect.stringContaining('not a path inside') as string });
    }
  });
});
