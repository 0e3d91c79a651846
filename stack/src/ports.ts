import { createServer, type Server } from 'node:net';

export type PortWish = {
  /** The variable a person sets to choose the port. */
  variable: string;
  /** The port that was set, or undefined to start from the default. */
  chosen: number | undefined;
  preferred: number;
};

/** A port held for a service that starts later: nobody else can take it in between. */
export type ReservedPort = { port: number; release: () => Promise<void> };

const TRIES = 50;

/** Reserves the port that a person set, which must be free, or the first free one from the default on. */
export async function reservePort({ variable, chosen, preferred }: PortWish, bind: string): Promise<ReservedPort> {
  if (chosen !== undefined) {
    const reserved = await tryReserve(chosen, bind);
    if (reserved !== undefined) return reserved;
    throw new Error(`port ${chosen} is taken: set ${variable} to a free one, or stop what listens there`);
  }
  for (let port = preferred; port < preferred + TRIES; port++) {
    const reserved = await tryReserve(port, bind);
    if (reserved !== undefined) return reserved;
  }
  throw new Error(`no free port from ${preferred} on: set ${variable}`);
}

function tryReserve(port: number, bind: string): Promise<ReservedPort | undefined> {
  return new Promise((resolve) => {
    // Whoever calls before the service is there must be refused, not kept waiting.
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: bind, exclusive: true }, () => resolve({ port, release: () => close(server) }));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
