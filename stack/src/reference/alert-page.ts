import { productionScale, ruleGroups } from '@ai-cos/alert-rules';

import { page, table } from './markdown.ts';

/** Every alert at production timing, with its runbook. */
export function alertPage(): string {
  const rows: string[][] = [];
  for (const group of ruleGroups(productionScale)) {
    for (const rule of group.rules) {
      if (!('alert' in rule)) continue;
      rows.push([
        `[${rule.alert}](../../alert-rules/runbooks/${rule.alert}.md)`,
        rule.labels['severity'] ?? '–',
        rule.labels['agent'] ?? '–',
        `${rule.forSeconds} s`,
        group.name,
      ]);
    }
  }
  return page('Alerts', 'alert-rules/src', table(['alert', 'severity', 'agent', 'for', 'group'], rows));
}
