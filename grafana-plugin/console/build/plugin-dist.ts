import { spawn } from 'node:child_process';
import path from 'node:path';
import { catalogFolder, distFolder, pluginFolder, runbookFolder } from './paths.ts';
import { digestOf, isFresh, markFresh } from './staleness.ts';

const sources = [
  path.join(pluginFolder, 'src'),
  path.join(pluginFolder, '.config'),
  path.join(pluginFolder, 'webpack.config.ts'),
  path.join(pluginFolder, 'package.json'),
  catalogFolder,
  runbookFolder,
];

function runBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', 'build', '--silent'], { cwd: pluginFolder, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) {
        resolve();
        return;
      }
      reject(new Error(`the plugin does not build (exit ${code}):\n${Buffer.concat(output).toString('utf8')}`));
    });
  });
}

/** The unmodified production build, made when it is missing or older than its sources; true when it had to be made. */
export async function ensurePluginDist(): Promise<boolean> {
  const digest = digestOf(sources);
  if (isFresh(distFolder, digest)) {
    return false;
  }
  await runBuild();
  markFresh(distFolder, digest);
  return true;
}
