import type { BackendSrv, BackendSrvRequest, FetchResponse } from '@grafana/runtime';
import { from, type Observable } from 'rxjs';

function addressOf({ url, params }: BackendSrvRequest): string {
  const address = new URL(url, 'http://localhost');
  for (const [name, value] of Object.entries(params ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) {
        address.searchParams.append(name, String(one));
      }
    }
  }
  return address.href;
}

async function send<T>(config: BackendSrvRequest): Promise<FetchResponse<T>> {
  const response = await fetch(addressOf(config), {
    method: config.method ?? 'GET',
    headers: { 'content-type': 'application/json' },
    ...(config.data === undefined ? {} : { body: JSON.stringify(config.data) }),
  });
  const text = await response.text();
  const data = (text === '' ? undefined : JSON.parse(text)) as T;
  const { status, statusText, headers, ok, redirected, type, url } = response;
  if (!ok) {
    throw { status, statusText, data, config };
  }
  return { status, statusText, headers, ok, redirected, type, url, data, config };
}

/** Grafana's client with the real fetch, so that the mock server sees genuine requests. */
export const testBackendSrv = {
  fetch: <T>(config: BackendSrvRequest): Observable<FetchResponse<T>> => from(send<T>(config)),
} as unknown as BackendSrv;
