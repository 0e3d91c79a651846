import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** What Grafana's plugin proxy removes from a browser's request before it adds its own. */
const stripped = new Set([
  'authorization',
  'cookie',
  'origin',
  'referer',
  'host',
  'connection',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-grafana-id',
  'x-grafana-user',
  'x-grafana-context',
]);

export function forwardedHeaders(
  headers: IncomingHttpHeaders,
  added: Readonly<Record<string, string>>
): OutgoingHttpHeaders {
  const kept: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) {
    if (!stripped.has(name) && value !== undefined) {
      kept[name] = value;
    }
  }
  return { ...kept, ...added };
}
