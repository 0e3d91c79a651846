import { KpisResponse, KpiValuesResponse, type KpiId } from '@ai-cos/catalog';
import type { z } from 'zod';

export interface KpiValuesQuery {
  from?: Date;
  to?: Date;
  /** Seconds between two points. */
  step?: number;
  /** Daily numerators and denominators instead of trailing windows. */
  flow?: boolean;
}

/** The exporters' JSON interface: the only place KPI values come from. */
export interface ExportersClient {
  kpis(): Promise<KpisResponse>;
  values(id: KpiId, query?: KpiValuesQuery): Promise<KpiValuesResponse>;
}

export class ExportersUnavailable extends Error {
  override name = 'ExportersUnavailable';
}

const TIMEOUT_MS = 10_000;

export function exportersClient(baseUrl: string, restrictedToken?: string): ExportersClient {
  const headers = restrictedToken === undefined ? {} : { authorization: `Bearer ${restrictedToken}` };
  return {
    kpis: () => read(new URL('/kpis', baseUrl), headers, KpisResponse),
    values(id, { from, to, step, flow } = {}) {
      const url = new URL(`/kpis/${id}/values`, baseUrl);
      if (from !== undefined) url.searchParams.set('from', from.toISOString());
      if (to !== undefined) url.searchParams.set('to', to.toISOString());
      if (step !== undefined) url.searchParams.set('step', String(step));
      if (flow === true) url.searchParams.set('flow', 'true');
      return read(url, headers, KpiValuesResponse);
    },
  };
}

async function read<T extends z.ZodType>(url: URL, headers: Record<string, string>, schema: T): Promise<z.output<T>> {
  let response: Response;
  try {
    response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    throw new ExportersUnavailable(`the exporters at ${url.origin} do not answer`, { cause: error });
  }
  if (!response.ok)
    throw new ExportersUnavailable(`${url.pathname} of the exporters answered ${String(response.status)}`);
  const parsed = schema.safeParse(await response.json());
  if (parsed.success) return parsed.data;
  throw new ExportersUnavailable(`${url.pathname} of the exporters is not what was agreed: ${parsed.error.message}`);
}
