import type { IncomingMessage } from 'node:http';

const limitBytes = 10_000;

export class BodyError extends Error {}

/** A small JSON object; the console's own writes need no more. */
export async function readObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > limitBytes) {
      throw new BodyError(`the body is larger than ${limitBytes} bytes`);
    }
  }
  const body: unknown = JSON.parse(text === '' ? '{}' : text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new BodyError('the body is not a JSON object');
  }
  return Object.fromEntries(Object.entries(body));
}
