import type { KpiStage } from '@ai-cos/catalog';
import type { Scrape } from '../evaluation/status-history.ts';
import type { Severity } from '../rule.ts';

/** Wall seconds between scrapes and between evaluations in the cases. */
export const stepSeconds = 60;

/** Durations of a class in steps. */
export interface Steps {
  readonly for: number;
  readonly keepFiring: number;
  readonly blindKeepFiring: number;
}

export type Firing = Severity | 'blind';

/** One situation, played for every KPI; checks are stated by hand, rules and `evaluateAlerts` both have to meet them. */
export interface KpiCase {
  readonly name: string;
  /** What the case shows, as a sentence. */
  readonly claim: string;
  readonly stage?: KpiStage;
  readonly exporters: (steps: Steps) => Readonly<Record<string, readonly Scrape[]>>;
  readonly checks: (steps: Steps) => readonly { readonly step: number; readonly firing: readonly Firing[] }[];
}
