import type { Scrape, StatusSample } from '../evaluation/status-history.ts';
import type { KpiCase } from './kpi-case.ts';

const ok: StatusSample = { status: 'ok', significant: true };
const warning: StatusSample = { status: 'warning', significant: true };
const critical: StatusSample = { status: 'critical', significant: true };
const doubtful: StatusSample = { status: 'critical', significant: false };
const undefinedKpi: StatusSample = { status: 'undefined', significant: false };

function times(count: number, scrape: Scrape): Scrape[] {
  return Array.from({ length: count }, () => scrape);
}

/** Ok steps at the start of every case. */
const lead = 3;

const fires: KpiCase = {
  name: 'fires',
  claim: 'fires after `for` when the status is significant, and a critical KPI carries both severities',
  exporters: (steps) => ({ a: [...times(lead, ok), ...times(steps.for + 3, critical)] }),
  checks: (steps) => [
    { step: lead - 1, firing: [] },
    { step: lead + steps.for - 1, firing: [] },
    { step: lead + steps.for, firing: ['warning', 'critical'] },
  ],
};

const silent: KpiCase = {
  name: 'silent',
  claim: 'stays silent while ok, on a blip shorter than `for`, and on a status that chance explains',
  exporters: (steps) => ({
    a: [...times(lead, ok), ...times(steps.for, warning), ...times(5, ok), ...times(steps.for + 20, doubtful)],
  }),
  checks: (steps) => [
    { step: lead + steps.for, firing: [] },
    { step: lead + 2 * steps.for + 20, firing: [] },
  ],
};

const observed: KpiCase = {
  name: 'observed',
  claim: 'stays silent in stage observe, also when the feed is lost',
  stage: 'observe',
  exporters: (steps) => ({ a: [...times(lead, ok), ...times(steps.for + 5, critical), ...times(5, undefinedKpi)] }),
  checks: (steps) => [
    { step: lead + steps.for + 4, firing: [] },
    { step: lead + steps.for + 8, firing: [] },
  ],
};

const gettingWorse: KpiCase = {
  name: 'getting-worse',
  claim: 'keeps its warning without a break when it turns critical',
  exporters: (steps) => ({
    a: [...times(lead, ok), ...times(steps.for + 2, warning), ...times(steps.for + steps.keepFiring + 3, critical)],
  }),
  checks: (steps) => [
    { step: lead + steps.for, firing: ['warning'] },
    { step: lead + steps.for + 2, firing: ['warning'] },
    { step: lead + 2 * steps.for + 1, firing: ['warning'] },
    { step: lead + 2 * steps.for + 2, firing: ['warning', 'critical'] },
    { step: lead + 2 * steps.for + steps.keepFiring + 4, firing: ['warning', 'critical'] },
  ],
};

const gettingBetter: KpiCase = {
  name: 'getting-better',
  claim: 'resolves critical before warning, each only after `keep_firing_for`',
  exporters: (steps) => ({
    a: [
      ...times(lead, ok),
      ...times(steps.for + 1, critical),
      ...times(steps.keepFiring + 3, warning),
      ...times(steps.keepFiring + 3, ok),
    ],
  }),
  checks: (steps) => {
    const better = lead + steps.for + 1;
    const cured = better + steps.keepFiring + 3;
    return [
      { step: better - 1, firing: ['warning', 'critical'] },
      { step: better + steps.keepFiring - 1, firing: ['warning', 'critical'] },
      { step: better + steps.keepFiring, firing: ['warning'] },
      { step: cured + steps.keepFiring - 1, firing: ['warning'] },
      { step: cured + steps.keepFiring, firing: [] },
    ];
  },
};

const feedLost: KpiCase = {
  name: 'feed-lost',
  claim: 'fires KpiBlind at once when an off-target KPI turns undefined, until it is defined again',
  exporters: (steps) => ({
    a: [
      ...times(lead, ok),
      ...times(steps.for + 2, warning),
      ...times(steps.keepFiring + 5, undefinedKpi),
      ...times(steps.blindKeepFiring + 3, ok),
    ],
  }),
  checks: (steps) => {
    const lost = lead + steps.for + 2;
    const back = lost + steps.keepFiring + 5;
    return [
      { step: lost - 1, firing: ['warning'] },
      { step: lost, firing: ['warning', 'blind'] },
      { step: lost + steps.keepFiring, firing: ['blind'] },
      { step: back - 1, firing: ['blind'] },
      { step: back + steps.blindKeepFiring, firing: [] },
    ];
  },
};

const feedLostWhileOk: KpiCase = {
  name: 'feed-lost-while-ok',
  claim: 'does not call a KPI blind that was ok when its feed was lost',
  exporters: () => ({ a: [...times(lead, ok), ...times(5, undefinedKpi)] }),
  checks: () => [{ step: lead + 3, firing: [] }],
};

const exporterReplaced: KpiCase = {
  name: 'exporter-replaced',
  claim: 'is the same alert, without a break, after the exporter was replaced by one with another address',
  exporters: (steps) => ({
    a: [...times(lead, ok), ...times(steps.for + 2, warning), 'gone'],
    b: [...times(lead + steps.for + 2 + 2, 'gone'), ...times(steps.keepFiring + 3, warning)],
  }),
  checks: (steps) => {
    const replaced = lead + steps.for + 2;
    return [
      { step: replaced - 1, firing: ['warning'] },
      { step: replaced, firing: ['warning'] },
      { step: replaced + 2, firing: ['warning'] },
      { step: replaced + steps.keepFiring + 3, firing: ['warning'] },
    ];
  },
};

const twoExporters: KpiCase = {
  name: 'two-exporters',
  claim: 'is one alert when two exporters speak, and the worse one counts',
  exporters: (steps) => ({
    a: times(lead + steps.for + 5, warning),
    b: [...times(lead, ok), ...times(steps.for + 2, warning)],
  }),
  checks: (steps) => [{ step: lead + steps.for + 1, firing: ['warning'] }],
};

const oneExporterBlind: KpiCase = {
  name: 'one-exporter-blind',
  claim: 'is not blind while one of two exporters still sees the KPI',
  exporters: (steps) => ({
    a: times(lead + steps.for + 10, warning),
    b: [...times(lead + steps.for, warning), ...times(10, undefinedKpi)],
  }),
  checks: (steps) => [{ step: lead + steps.for + 5, firing: ['warning'] }],
};

const missedScrape: KpiCase = {
  name: 'missed-scrape',
  claim: 'fires on time although scrapes were missed',
  exporters: (steps) => ({
    a: [...times(lead, ok), warning, 'missed', ...times(steps.for + 2, warning), 'missed', 'missed'],
  }),
  checks: (steps) => [
    { step: lead + steps.for - 1, firing: [] },
    { step: lead + steps.for, firing: ['warning'] },
    { step: lead + steps.for + 5, firing: ['warning'] },
  ],
};

export const kpiCases: readonly KpiCase[] = [
  fires,
  silent,
  observed,
  gettingWorse,
  gettingBetter,
  feedLost,
  feedLostWhileOk,
  exporterReplaced,
  twoExporters,
  oneExporterBlind,
  missedScrape,
];
