import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPool } from '@ai-cos/service-kit';
import { print } from '../../eval/print.ts';

/** The baseline B1: node:http, and one durable single-row insert per request. The address of the database is argument 2. */
const pool = createPool({
  url: process.argv[2] ?? '',
  applicationName: 'bench-bare',
  max: 16,
  onError: () => undefined,
});
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    pool
      .query({
        name: 'bare',
        text: 'INSERT INTO bench_bare (body) VALUES ($1)',
        values: [Buffer.concat(chunks).toString('utf8')],
      })
      .then(
        () => response.end('{}'),
        () => {
          response.statusCode = 503;
          response.end('{}');
        }
      );
  });
});
server.listen(0, '127.0.0.1', () => {
  print(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
});
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
  void pool.end();
});
