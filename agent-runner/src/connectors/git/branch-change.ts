import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, isAbsolute } from 'node:path';
import { simpleGit, type SimpleGit } from 'simple-git';
import { runSandboxed, type SandboxKind } from '../sandbox/sandbox.ts';

export interface RepositorySettings {
  readonly repository: string;
  readonly baseBranch: string;
  readonly testCommand?: readonly string[] | undefined;
  readonly author: { readonly name: string; readonly email: string };
}

/** Files to write on a branch of their own; nothing on the base branch is ever touched. */
export interface BranchChange {
  readonly branch: string;
  readonly message: string;
  readonly files: Readonly<Record<string, string>>;
}

export type BranchOutcome =
  | { readonly kind: 'pushed'; readonly commit: string; readonly checkpoint: string }
  | { readonly kind: 'tests-failed'; readonly checkpoint: string; readonly output: string };

/** The commit a branch points at on the remote, or undefined: how an earlier attempt is found again. */
export async function remoteBranch(settings: RepositorySettings, branch: string): Promise<string | undefined> {
  const answer = await simpleGit().listRemote(['--heads', settings.repository, `refs/heads/${branch}`]);
  return answer.split(/\s/)[0] === '' ? undefined : answer.split(/\s/)[0];
}

/**
 * Clones, remembers the checkpoint, writes and commits on a new branch, runs the repository's own tests in the sandbox
 * and pushes only what passes; a change that breaks them is rolled back to the checkpoint and never leaves the clone.
 */
export async function changeOnBranch(
  settings: RepositorySettings,
  change: BranchChange,
  sandbox: SandboxKind | null
): Promise<BranchOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'ai-cos-git-'));
  try {
    await simpleGit().clone(settings.repository, folder, [
      '--branch',
      settings.baseBranch,
      '--depth',
      '1',
      '--no-tags',
    ]);
    const git = simpleGit(folder);
    const checkpoint = await git.revparse(['HEAD']);
    await commitOn(git, folder, settings, change);
    const failure = await testFailure(settings, folder, sandbox);
    if (failure !== null) {
      await git.reset(['--hard', checkpoint]);
      return { kind: 'tests-failed', checkpoint, output: failure };
    }
    await git.push('origin', change.branch);
    return { kind: 'pushed', commit: await git.revparse(['HEAD']), checkpoint };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function commitOn(
  git: SimpleGit,
  folder: string,
  settings: RepositorySettings,
  change: BranchChange
): Promise<void> {
  await git.checkoutLocalBranch(change.branch);
  await git.addConfig('user.name', settings.author.name);
  await git.addConfig('user.email', settings.author.email);
  for (const [path, content] of Object.entries(change.files)) {
    const file = join(folder, insideRepository(path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  await git.add(Object.keys(change.files));
  await git.commit(change.message);
}

/** A path of an action can neither leave the clone nor reach into `.git`. */
function insideRepository(path: string): string {
  const clean = normalize(path);
  if (isAbsolute(clean) || clean.startsWith('..') || clean.split('/').includes('.git')) {
    throw new Error(`"${path}" is not a path inside the repository`);
  }
  return clean;
}

async function testFailure(
  { testCommand }: RepositorySettings,
  folder: string,
  sandbox: SandboxKind | null
): Promise<string | null> {
  if (testCommand === undefined) return null;
  if (sandbox === null) return 'the test command cannot run: this machine has no sandbox';
  const { code, output } = await runSandboxed(sandbox, {
    command: testCommand,
    cwd: folder,
    writable: folder,
    timeoutMs: 600_000,
    memoryMegabytes: 4_096,
  });
  return code === 0 ? null : output.slice(-2_000);
}
