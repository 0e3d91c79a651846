import pg from 'pg';

/** Where a cluster listens: always a private socket folder, and loopback when `listenAddresses` is not empty. */
export type Endpoint = { socketFolder: string; port: number };

/** A connection address through the private socket; a URL parser needs a host, the `host` parameter is the one used. */
export function socketUrl(endpoint: Endpoint, role: string, password: string, database: string): string {
  return `postgresql://${role}:${password}@localhost:${endpoint.port}/${database}?host=${encodeURIComponent(endpoint.socketFolder)}`;
}

/** Runs something on one connection and closes it. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // The server may end a connection that is being closed anyway (a stop in progress): not an error of ours.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** True when the server accepts us now. */
export async function accepts(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('SELECT 1'));
    return true;
  } catch {
    return false;
  }
}
