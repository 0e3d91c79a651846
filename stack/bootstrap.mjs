// Plain JavaScript for Node >= 18: this runs on whatever Node the machine has, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pinnedNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (!installedMatchesLock()) install();
if (!existsSync(pinnedNode)) fail('Node 24 is missing from node_modules; run: npm rebuild node');
runPinned(process.argv.slice(2));

/** npm writes what it installed beside the packages: equal versions mean that there is nothing to do. */
function installedMatchesLock() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(installedFile);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path.startsWith('node_modules/') && !entry.optional && installed[path]?.version !== entry.version) return false;
  }
  return true;
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function install() {
  console.log('Installing dependencies (npm ci), one to two minutes …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) fail('npm ci failed; the messages above say why');
}

function runPinned(args) {
  const child = spawn(pinnedNode, [join(root, 'stack', 'src', 'main.ts'), ...args], { cwd: root, stdio: 'inherit' });
  // The terminal sends Ctrl-C to both of us; the child stops its services in order and ends first.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm hands SIGTERM only to its shell, which ends without telling us.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1_000).unref();
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
