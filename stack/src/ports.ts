import { createServer } from 'node:net';

export type PortWish = {
  /** The variable a person sets to choose the port. */
  variable: string;
  /** The port that was set, or undefined to start from the default. */
  chosen: number | undefined;
  preferred: number;
};

const TRIES = 50;

/** The port to use: one that a person set must be free, a taken default moves on to the next free one. */
export async function choosePort(wish: PortWish, bind: string, taken: ReadonlySet<number>): Promise<number> {
  if (wish.chosen !== undefined) {
    if (!taken.has(wish.chosen) && (await isFree(wish.chosen, bind))) return wish.chosen;
    throw new Error(`port ${wish.chosen} is taken: set ${wish.variable} to a free one, or stop what listens there`);
  }
  for (let port = wish.preferred; port < wish.preferred + TRIES; port++) {
    if (!taken.has(port) && (await isFree(port, bind))) return port;
  }
  throw new Error(`no free port from ${wish.preferred} on: set ${wish.variable}`);
}

function isFree(port: number, bind: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: bind, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
