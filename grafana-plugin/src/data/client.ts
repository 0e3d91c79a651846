import { getBackendSrv, type BackendSrvRequest } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { appId } from '../constants.ts';
import { problemOf } from './problem.ts';

/** Panels have an id of their own, so the proxy is always called with the app's. */
export const apiBase = `/api/plugin-proxy/${appId}/api/ai-cos`;

type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

interface Call {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
}

export interface Page<T> {
  items: T[];
  /** Cursor of the next page, from the `Link` header; undefined on the last one. */
  next: string | undefined;
}

async function send<T>({ method, path, query, body, signal }: Call): Promise<{ data: T; headers: Headers }> {
  const request: BackendSrvRequest = {
    url: `${apiBase}${path}`,
    method,
    params: query,
    showErrorAlert: false,
    showSuccessAlert: false,
    ...(body === undefined ? {} : { data: body }),
    ...(signal === undefined ? {} : { abortSignal: signal }),
  };
  try {
    return await lastValueFrom(getBackendSrv().fetch<T>(request));
  } catch (error) {
    throw problemOf(error);
  }
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return (await send<T>({ method: 'GET', path, query, signal })).data;
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  return (await send<T>({ method: 'POST', path, body })).data;
}

export async function put<T>(path: string, body: unknown): Promise<T> {
  return (await send<T>({ method: 'PUT', path, body })).data;
}

export function nextCursor(link: string | null): string | undefined {
  const next = /<([^>]+)>;\s*rel="next"/.exec(link ?? '')?.[1];
  const query = next?.split('?')[1];
  return query === undefined ? undefined : (new URLSearchParams(query).get('cursor') ?? undefined);
}

export async function getPage<T>(path: string, query?: Query, signal?: AbortSignal): Promise<Page<T>> {
  const { data, headers } = await send<T[]>({ method: 'GET', path, query, signal });
  return { items: data, next: nextCursor(headers.get('link')) };
}
