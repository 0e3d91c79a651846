import type { Express } from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpServer {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

export interface ListenOptions {
  app: Express;
  port: number;
  bind?: string;
}

/**
 * Listens and resolves once connections are accepted. Idle connections live 90 s, longer than Grafana's proxy keeps
 * them, or its POSTs meet closed sockets; `close` ends open ones after a second.
 */
export async function listen({ app, port, bind = '127.0.0.1' }: ListenOptions): Promise<HttpServer> {
  const server: Server = createServer(
    { keepAliveTimeout: 90_000, headersTimeout: 95_000, requestTimeout: 120_000 },
    app
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, bind, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    url: `http://${bind === '0.0.0.0' ? '127.0.0.1' : bind}:${String(address.port)}`,
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => {
      server.closeAllConnections();
    }, 1_000);
    force.unref();
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
