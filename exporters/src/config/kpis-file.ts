import { agentIds, Band, kpiIds, kpis, type KpiId, type Thresholds } from '@ai-cos/catalog';
import { z } from 'zod';

/** A further database: `url` is a reference (`${VARIABLE}` or `file:path`), never the secret itself. */
export const SourceEntry = z.strictObject({
  url: z.string().min(1),
  timeoutSeconds: z.number().positive().max(300).default(10),
});

/** What a company may say about a KPI. Id, unit, metric and direction are not its to change: other systems read them. */
export const KpiOverride = z.strictObject({
  query: z.string().min(1).optional(),
  source: z.string().optional(),
  target: z.number().optional(),
  warning: z.number().optional(),
  critical: z.number().optional(),
  band: Band.optional(),
  weight: z.number().positive().optional(),
  owner: z.enum(agentIds).optional(),
  enabled: z.boolean().optional(),
});
export type KpiOverride = z.infer<typeof KpiOverride>;

type Issue = { field: string; message: string };

/** The thresholds that count once the override is applied. */
export function thresholdsWith(id: KpiId, override: KpiOverride): Thresholds {
  const { direction, target, warning, critical, band } = kpis[id];
  return {
    direction,
    target: override.target ?? target,
    warning: override.warning ?? warning,
    critical: override.critical ?? critical,
    band: override.band ?? band ?? null,
  };
}

function thresholdIssue(id: KpiId, override: KpiOverride): Issue | undefined {
  const { direction, target, warning, critical } = thresholdsWith(id, override);
  if (direction === 'band') return bandIssue(id, override);
  if (override.band !== undefined)
    return { field: 'band', message: `${id} has no band; it takes target, warning, critical` };
  const [low, high] = direction === 'up' ? [critical, target] : [target, critical];
  if (low < warning && warning < high) return undefined;
  const order = direction === 'up' ? 'target > warning > critical' : 'target < warning < critical';
  const field = (['target', 'warning', 'critical'] as const).find((name) => override[name] !== undefined) ?? 'target';
  return { field, message: `thresholds of ${id} must be ${order}, got ${[target, warning, critical].join(', ')}` };
}

function bandIssue(id: KpiId, override: KpiOverride): Issue | undefined {
  const stated = (['warning', 'critical'] as const).find((name) => override[name] !== undefined);
  if (stated !== undefined) return { field: stated, message: `${id} is a band; set its six edges under band instead` };
  const { band, target } = thresholdsWith(id, override);
  if (!band) return { field: 'band', message: `${id} needs a band` };
  const edges = [band.lowCrit, band.lowWarn, band.lowOk, band.highOk, band.highWarn, band.highCrit];
  const rising = edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge));
  if (!rising) {
    const order = 'lowCrit < lowWarn < lowOk < highOk < highWarn < highCrit';
    return { field: 'band', message: `the edges of ${id} must be ${order}, got ${edges.join(', ')}` };
  }
  if (target >= band.lowOk && target <= band.highOk) return undefined;
  return {
    field: override.target === undefined ? 'band' : 'target',
    message: `the target of ${id} must lie between lowOk and highOk`,
  };
}

/** `AICOS_KPIS_FILE`: named databases and overrides per KPI. */
export const KpisFile = z
  .strictObject({
    sources: z.record(z.string().regex(/^[a-z][a-z0-9_-]*$/), SourceEntry).default({}),
    kpis: z.partialRecord(z.enum(kpiIds), KpiOverride).default({}),
  })
  .superRefine((file, context) => {
    for (const id of kpiIds) {
      const override = file.kpis[id];
      if (override === undefined) continue;
      const issue = thresholdIssue(id, override);
      if (issue !== undefined) {
        context.addIssue({ code: 'custom', path: ['kpis', id, issue.field], message: issue.message });
      }
      const { source } = override;
      if (source !== undefined && source !== companySource && !Object.hasOwn(file.sources, source)) {
        const known = [companySource, ...Object.keys(file.sources)].join(', ');
        context.addIssue({
          code: 'custom',
          path: ['kpis', id, 'source'],
          message: `there is no source "${source}"; known are ${known}`,
        });
      }
    }
  });
export type KpisFile = z.infer<typeof KpisFile>;

/** The database of `AICOS_SOURCE_URL`. */
export const companySource = 'company';
