import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  readonly url: string;
  rssMb(): number;
  peakRssMb(): number;
  stop(): Promise<void>;
}

/** Starts a server in a process of its own; it prints its address, and its memory as `rss <bytes>` now and then. */
export async function startServer(script: string, args: readonly string[]): Promise<ServerProcess> {
  const file = fileURLToPath(new URL(`../../../${script}`, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { env: {}, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  let rss = 0;
  let peak = 0;
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('rss ')) {
        rss = Number(line.slice('rss '.length));
        peak = Math.max(peak, rss);
      } else if (line.startsWith('http://')) {
        resolve(line);
      }
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${String(code)} before it listened`)));
  });
  return {
    url,
    rssMb: () => rss / 1_048_576,
    peakRssMb: () => peak / 1_048_576,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
