import { readFileSync } from 'node:fs';

import { KpisResponse } from '@ai-cos/catalog';

import type { Installation } from '../installation/installation.ts';

/** The present values of all KPIs, restricted ones included. */
export async function readKpis({ urls, secretFiles }: Installation): Promise<KpisResponse> {
  const token = readFileSync(secretFiles['restricted-token'], 'utf8').trim();
  const response = await fetch(`${urls.exporters}/kpis`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(30_000),
  });
  return KpisResponse.parse(await response.json());
}

/** The value of one KPI in its native unit; null while it is undefined. */
export async function readKpi(installation: Installation, id: string): Promise<number | null> {
  const { kpis } = await readKpis(installation);
  return kpis.find((reading) => reading.id === id && reading.store === null)?.value ?? null;
}
