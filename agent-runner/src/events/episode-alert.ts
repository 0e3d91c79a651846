import type { KpiId } from '@ai-cos/catalog';

/** An alert as an episode keeps it. */
export interface EpisodeAlert {
  labelHash: string;
  startsAt: Date;
  endsAt: Date | null;
  reopen: number;
  alertName: string;
  kpiId: KpiId | null;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  traceContext: string | null;
}
