import { spawn, spawnSync } from 'node:child_process';

export type SandboxKind = 'bubblewrap' | 'unshare';

export interface SandboxRun {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly timeoutMs: number;
  readonly memoryMegabytes: number;
  /** The one folder that may be written; everything else is read-only. */
  readonly writable?: string;
}

export interface SandboxResult {
  /** Exit code; null when it was ended by the time limit or a signal. */
  readonly code: number | null;
  readonly timedOut: boolean;
  /** Both streams, at most 64 kB, in the order they came. */
  readonly output: string;
}

const maxOutputBytes = 65_536;

/** The sandboxes this machine has, the better one first: bubblewrap, or namespaces and read-only mounts of `unshare`. */
export function availableSandboxes(): SandboxKind[] {
  const kinds: SandboxKind[] = [];
  if (works('bwrap', ['--ro-bind', '/', '/', '--unshare-all', 'true'])) kinds.push('bubblewrap');
  if (works('unshare', ['--net', '--mount', 'true'])) kinds.push('unshare');
  return kinds;
}

function works(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { timeout: 5_000, stdio: 'ignore' }).status === 0;
}

/** Runs a command without network, with a read-only root and limits of time, memory and output. */
export function runSandboxed(kind: SandboxKind, run: SandboxRun): Promise<SandboxResult> {
  const [program, ...args] = kind === 'bubblewrap' ? bubblewrap(run) : unshare(run);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: run.cwd,
      env: sandboxEnvironment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, run.timeoutMs);
    const collect = (chunk: Buffer): void => {
      if (output.length < maxOutputBytes) output += chunk.toString('utf8').slice(0, maxOutputBytes - output.length);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: timedOut ? null : code, timedOut, output });
    });
  });
}

/** Nothing of our own environment, above all no secret, reaches the command. */
const sandboxEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', HOME: '/tmp' };

function limited({ command, memoryMegabytes }: SandboxRun): string[] {
  return ['prlimit', `--as=${String(memoryMegabytes * 1_048_576)}`, '--nproc=256', '--', ...command];
}

function bubblewrap(run: SandboxRun): [string, ...string[]] {
  const write = run.writable === undefined ? [] : ['--bind', run.writable, run.writable];
  const mounts = [
    '--ro-bind',
    '/',
    '/',
    '--dev',
    '/dev',
    '--proc',
    '/proc',
    '--tmpfs',
    '/tmp',
    '--ro-bind',
    run.cwd,
    run.cwd,
    ...write,
  ];
  return [
    'bwrap',
    ...mounts,
    '--unshare-all',
    '--die-with-parent',
    '--new-session',
    '--chdir',
    run.cwd,
    ...limited(run),
  ];
}

/** The shell only mounts; the command itself is passed as arguments and never parsed by it. */
function unshare(run: SandboxRun): [string, ...string[]] {
  const keep = run.writable === undefined ? '' : 'mount --bind "$0" "$0"; ';
  const script = `${keep}mount -o remount,ro,bind / || exit 126; exec "$@"`;
  return ['unshare', '--net', '--mount', '--', 'sh', '-c', script, run.writable ?? '/', ...limited(run)];
}
