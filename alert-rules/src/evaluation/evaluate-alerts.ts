import { type KpiId, type KpiRecord, productionScale, type TimeScale } from '@ai-cos/catalog';
import { blindAlert, offTargetAlert } from '../alert-names.ts';
import { kpiLabels } from '../kpi-labels.ts';
import { severities } from '../rule.ts';
import { blindKeepFiringSeconds } from '../rules/blind.ts';
import { offTargetHold } from '../rules/off-target.ts';
import { forSeconds, keepFiringSeconds } from '../rule-durations.ts';
import { inactive, nextAlertState, type AlertState, type Hold } from './alert-state.ts';
import { isBlind, isOffTarget, nextLatch, type Latch } from './kpi-conditions.ts';
import type { StatusHistory, StatusSample, StatusSeries } from './status-history.ts';
import { visibleSamples } from './visible-samples.ts';

/** An alert while it fires, in wall seconds from the first step; `to` is null while it fires at the end of the history. */
export interface FiringAlert {
  readonly alert: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly activeAt: number;
  readonly from: number;
  readonly to: number | null;
}

interface Watched {
  readonly alert: string;
  readonly labels: Record<string, string>;
  readonly hold: Hold;
  readonly condition: (samples: readonly StatusSample[], latch: Latch) => boolean;
}

/** The KPIs whose alerts are evaluated; the catalog, or a catalog with overrides. */
export type AlertCatalog = Readonly<Record<KpiId, Pick<KpiRecord, 'class'>>>;

function watchedAlerts(
  group: StatusSeries,
  history: StatusHistory,
  catalog: AlertCatalog,
  scale: TimeScale
): Watched[] {
  const { kpi, store } = group;
  const stage = history.stages?.[kpi] ?? 'act';
  const hold = offTargetHold[catalog[kpi].class];
  const withStore = (labels: Record<string, string>) => (store === '' ? labels : { ...labels, store });
  const offTarget = severities.map((severity) => ({
    alert: offTargetAlert(kpi),
    labels: withStore(kpiLabels(kpi, severity)),
    hold: {
      forSeconds: forSeconds(scale, hold.for),
      keepFiringSeconds: keepFiringSeconds(scale, hold.keepFiring),
    },
    condition: (samples: readonly StatusSample[]) => isOffTarget(samples, severity, stage),
  }));
  const blind = {
    alert: blindAlert,
    labels: withStore(kpiLabels(kpi, 'warning')),
    hold: { forSeconds: 0, keepFiringSeconds: keepFiringSeconds(scale, blindKeepFiringSeconds) },
    condition: (samples: readonly StatusSample[], latch: Latch) => isBlind(samples, latch, stage),
  };
  return [...offTarget, blind];
}

function firings(watched: Watched, steps: readonly { samples: readonly StatusSample[]; latch: Latch; at: number }[]) {
  const found: FiringAlert[] = [];
  let state: AlertState = inactive;
  let from: number | null = null;
  for (const { samples, latch, at } of steps) {
    const next: AlertState = nextAlertState(state, watched.condition(samples, latch), at, watched.hold);
    if (next.kind === 'firing') from ??= at;
    if (next.kind !== 'firing' && state.kind === 'firing' && from !== null) {
      found.push({ alert: watched.alert, labels: watched.labels, activeAt: state.activeAt, from, to: at });
      from = null;
    }
    state = next;
  }
  if (state.kind === 'firing' && from !== null) {
    found.push({ alert: watched.alert, labels: watched.labels, activeAt: state.activeAt, from, to: null });
  }
  return found;
}

function groupsOf(history: StatusHistory): StatusSeries[][] {
  const groups = new Map<string, StatusSeries[]>();
  for (const series of history.series) {
    const key = `${series.kpi} ${series.store}`;
    groups.set(key, [...(groups.get(key) ?? []), series]);
  }
  return [...groups.values()];
}

function stepsOf(group: readonly StatusSeries[], stepSeconds: number) {
  const length = Math.max(...group.map((series) => series.scrapes.length));
  let latch: Latch;
  return Array.from({ length }, (_, step) => {
    const samples = visibleSamples(group, step, stepSeconds);
    latch = nextLatch(latch, samples);
    return { samples, latch, at: step * stepSeconds };
  });
}

/** What the off-target and blind rules do with a history of statuses, without Prometheus; equal to the rules on their cases. */
export function evaluateAlerts(
  history: StatusHistory,
  catalog: AlertCatalog,
  scale: TimeScale = productionScale
): FiringAlert[] {
  return groupsOf(history).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const steps = stepsOf(group, history.stepSeconds);
    return watchedAlerts(first, history, catalog, scale).flatMap((watched) => firings(watched, steps));
  });
}

/** The alerts of `evaluateAlerts` that fire at a wall second. */
export function firingAt(alerts: readonly FiringAlert[], at: number): FiringAlert[] {
  return alerts.filter((alert) => alert.from <= at && (alert.to === null || at < alert.to));
}
