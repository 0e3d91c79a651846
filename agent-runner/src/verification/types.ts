import type { Company, KpiId, KpisResponse } from '@ai-cos/catalog';
import type { Clock, Logger, Pool } from '@ai-cos/service-kit';
import type { EffectRequest } from '../connectors/connector.ts';
import type { Baseline, DayValue } from './baseline.ts';

/** Where daily KPI values come from: the exporters. Days of `[from, to)` in business time, oldest first. */
export interface KpiSource {
  days(kpi: KpiId, from: Date, to: Date): Promise<MaturingDay[]>;
  readings(): Promise<KpisResponse>;
}

export interface MaturingDay extends DayValue {
  readonly matured: boolean;
}

/** What is stored with an action before its effect, as `ai_cos_actions.baseline`. */
export interface StoredBaseline {
  readonly madeAsOf: string;
  readonly kpis: Readonly<Record<string, Baseline & { readonly definitionVersion: string }>>;
  /** Status of every KPI before the effect. */
  readonly statuses: Readonly<Record<string, string>>;
}

export interface VerificationOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Logger;
  readonly kpis: KpiSource;
  readonly company: Company;
  /** The action's own nearest mechanism, read at the target. */
  readonly postcheck: (action: VerifiableAction) => Promise<boolean | null>;
  /** Undoes a harmful action where its type allows it. */
  readonly compensate: (actionId: string, reason: string) => Promise<void>;
}

/** What verification reads of an action. */
export interface VerifiableAction {
  readonly id: string;
  readonly planId: string | null;
  readonly eventId: string | null;
  readonly agentId: string;
  readonly type: string;
  readonly title: string;
  readonly parameters: EffectRequest['parameters'];
  readonly revision: number;
  readonly predictions: readonly { readonly kpiId: KpiId; readonly change: number; readonly unit: string }[];
  readonly executedAsOf: Date;
  readonly verifyDueAsOf: Date;
  readonly lagDays: number;
  readonly windowDays: number;
  readonly baseline: StoredBaseline | null;
}
