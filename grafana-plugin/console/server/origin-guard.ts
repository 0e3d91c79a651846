import type { IncomingMessage } from 'node:http';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

function hostName(host: string): string {
  return host.replace(/:\d+$/, '');
}

/** Why a request is refused, or undefined: a foreign page must neither write nor, by rebinding its name, read. */
export function refusalOf(request: IncomingMessage, bind: string): string | undefined {
  const host = request.headers.host ?? '';
  const loopbackBind = bind === '127.0.0.1' || bind === 'localhost' || bind === '::1';
  if (loopbackBind && !loopbackNames.has(hostName(host))) {
    return `the console answers on this machine only, not as "${host}"`;
  }
  const { origin } = request.headers;
  const writes = request.method !== 'GET' && request.method !== 'HEAD';
  if (writes && origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)) {
    return `a page of ${origin} may not write here`;
  }
  return undefined;
}
