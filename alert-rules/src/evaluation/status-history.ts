import type { KpiId, KpiStage, KpiStatus } from '@ai-cos/catalog';

export interface StatusSample {
  readonly status: KpiStatus;
  readonly significant: boolean;
}

/** One scrape: what it brought, that it failed, or that the exporter is gone and its series ended. */
export type Scrape = StatusSample | 'missed' | 'gone';

/** What one exporter said about one KPI, one scrape per step. */
export interface StatusSeries {
  readonly exporter: string;
  readonly kpi: KpiId;
  /** Empty for the company as a whole. */
  readonly store: string;
  readonly scrapes: readonly Scrape[];
}

export interface StatusHistory {
  /** Wall seconds between two evaluations; scrapes come at the same pace. */
  readonly stepSeconds: number;
  readonly series: readonly StatusSeries[];
  /** Stages of the KPIs; a KPI that is not named may act. */
  readonly stages?: Readonly<Partial<Record<KpiId, KpiStage>>>;
}
