import { kpiIds, productionScale } from '@ai-cos/catalog';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { blindAlert, flowAlert, offTargetAlert, watchdogAlert } from './alert-names.ts';
import { caseFiles } from './cases/case-files.ts';
import { kpiCases } from './cases/kpi-cases.ts';
import { flowKpis } from './flows/flow-signals.ts';
import { ruleGroups } from './render-rules.ts';
import type { AlertRule } from './rule.ts';
import { runbookFiles } from './runbooks/runbook-files.ts';

const alerts = ruleGroups(productionScale).flatMap((group) =>
  group.rules.filter((rule): rule is AlertRule => 'alert' in rule)
);
const names = [...new Set(alerts.map((rule) => rule.alert))];

interface CaseFile {
  tests: { alert_rule_test: { alertname: string; exp_alerts: unknown[] }[] }[];
}

const tested = [...caseFiles().values()].flatMap((content) =>
  (parse(content, { maxAliasCount: -1 }) as CaseFile).tests.flatMap((test) => test.alert_rule_test)
);

describe('every alert', () => {
  it('has 80 off-target rules under 40 names', () => {
    const offTarget = alerts.filter((rule) => rule.alert.endsWith('OffTarget'));

    expect(offTarget).toHaveLength(80);
    expect(new Set(offTarget.map((rule) => rule.alert)).size).toBe(40);
  });

  it.each(names)('%s has a runbook that says what to do', (name) => {
    const runbook = runbookFiles().get(`${name}.md`) ?? '';

    expect(runbook).toContain(`# ${name}\n`);
    for (const heading of ['Meaning', 'Impact', 'Diagnosis', 'Mitigation']) expect(runbook).toContain(`## ${heading}`);
    expect(runbook).not.toContain('– undefined');
    expect(runbook.split('\n').length).toBeLessThanOrEqual(50);
  });

  it('has no runbook without an alert', () => {
    expect([...runbookFiles().keys()].toSorted()).toEqual(names.map((name) => `${name}.md`).toSorted());
  });

  it.each(names)('%s is seen firing by a case', (name) => {
    const fires = tested.filter((check) => check.alertname === name && check.exp_alerts.length > 0);

    expect(fires).not.toEqual([]);
  });

  it.each(names.filter((name) => name !== watchdogAlert))('%s is seen silent by a case', (name) => {
    const silent = tested.filter((check) => check.alertname === name && check.exp_alerts.length === 0);

    expect(silent).not.toEqual([]);
  });

  it('carries a runbook, a dashboard and who is responsible', () => {
    for (const { alert, annotations, labels } of alerts) {
      expect(annotations, alert).toMatchObject({
        summary: expect.any(String) as string,
        description: expect.any(String) as string,
        runbook_url: `/a/aicos-app/runbooks/${alert}`,
        dashboard: expect.stringMatching(/^\/d\/aicos-/) as string,
      });
      if (alert !== watchdogAlert) {
        for (const label of ['severity', 'class', 'domain', 'pole', 'agent', 'squad'])
          expect(labels).toHaveProperty(label);
      }
    }
  });

  it('waits at least two evaluations, except those that must not wait', () => {
    const impatient = alerts.filter((rule) => rule.forSeconds < 2 * productionScale.evaluationSeconds);

    expect(new Set(impatient.map((rule) => rule.alert))).toEqual(new Set([blindAlert, watchdogAlert]));
  });
});

describe('the cases', () => {
  it('play fires, silent, getting worse, getting better, feed lost, exporter replaced and two exporters', () => {
    const required = [
      'fires',
      'silent',
      'getting-worse',
      'getting-better',
      'feed-lost',
      'exporter-replaced',
      'two-exporters',
    ];

    expect(kpiCases.map((kpiCase) => kpiCase.name)).toEqual(expect.arrayContaining(required));
  });

  it('name an off-target alert for every KPI and an early sign for every flow', () => {
    const required = [...kpiIds.map(offTargetAlert), ...flowKpis.map(flowAlert)];

    expect(names).toEqual(expect.arrayContaining(required));
  });
});
