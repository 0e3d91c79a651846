import type { BackendSrv, BackendSrvRequest, FetchResponse } from '@grafana/runtime';
import { from, lastValueFrom, type Observable } from 'rxjs';

function withQuery(url: string, params: BackendSrvRequest['params']): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) {
        query.append(name, String(one));
      }
    }
  }
  const text = query.toString();
  const absolute = url.startsWith('/') || /^https?:/.test(url) ? url : `/${url}`;
  return text === '' ? absolute : `${absolute}${absolute.includes('?') ? '&' : '?'}${text}`;
}

async function bodyOf(response: Response, kind: BackendSrvRequest['responseType']): Promise<unknown> {
  const text = await response.text();
  if (kind === 'text' || text === '') {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return text;
    }
    throw error;
  }
}

async function send<T>(config: BackendSrvRequest): Promise<FetchResponse<T>> {
  const hasBody = config.data !== undefined;
  const init: RequestInit = {
    method: config.method ?? 'GET',
    headers: { ...(hasBody ? { 'content-type': 'application/json' } : {}), ...config.headers },
    signal: config.abortSignal ?? null,
  };
  if (hasBody) {
    init.body = JSON.stringify(config.data);
  }
  const response = await fetch(withQuery(config.url, config.params), init);
  const { status, statusText, headers, ok, redirected, type, url } = response;
  const data = (await bodyOf(response, config.responseType)) as T;
  if (!ok) {
    throw { status, statusText, data, config, isHandled: true };
  }
  return { status, statusText, headers, ok, redirected, type, url, data, config };
}

function fetchAs<T>(config: BackendSrvRequest): Observable<FetchResponse<T>> {
  return from(send<T>(config));
}

async function dataOf<T>(config: BackendSrvRequest): Promise<T> {
  return (await lastValueFrom(fetchAs<T>(config))).data;
}

/** Grafana's HTTP client with the browser's fetch: no retries, no toasts, no session check. */
export const backendSrv = {
  fetch: fetchAs,
  chunked: fetchAs,
  request: dataOf,
  datasourceRequest: <T>(config: BackendSrvRequest) => lastValueFrom(fetchAs<T>(config)),
  get: (url: string, params?: BackendSrvRequest['params']) => dataOf({ url, params, method: 'GET' }),
  post: (url: string, data?: unknown) => dataOf({ url, data, method: 'POST' }),
  put: (url: string, data?: unknown) => dataOf({ url, data, method: 'PUT' }),
  patch: (url: string, data?: unknown) => dataOf({ url, data, method: 'PATCH' }),
  delete: (url: string, data?: unknown) => dataOf({ url, data, method: 'DELETE' }),
} as unknown as BackendSrv;
