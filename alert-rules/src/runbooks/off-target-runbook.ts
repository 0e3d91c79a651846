import { actionTypes, agents, kpis, squads, type AgentId, type KpiId } from '@ai-cos/catalog';
import { flowAlert, offTargetAlert } from '../alert-names.ts';
import { flowKpis } from '../flows/flow-signals.ts';
import { valueText } from '../value-text.ts';
import { movedByText, movesText } from './influence-text.ts';
import { runbookTexts } from './texts/all-texts.ts';

const currency = 'in the reporting currency';

function agentName(agent: AgentId): string {
  return `${agents[agent].name} (${agent})`;
}

function thresholdsText(kpi: KpiId): string {
  const { direction, band, target, warning, critical } = kpis[kpi];
  const text = (value: number) => valueText(kpi, value, currency);
  if (band) {
    return `ok between ${text(band.lowOk)} and ${text(band.highOk)}; warning outside ${text(band.lowWarn)} to ${text(band.highWarn)}; critical outside ${text(band.lowCrit)} to ${text(band.highCrit)}`;
  }
  const better = direction === 'up' ? 'higher is better' : 'lower is better';
  return `target ${text(target)}, warning from ${text(warning)}, critical from ${text(critical)}; ${better}`;
}

function sampleText(least: number): string {
  return least > 1 ? `; with fewer than ${least} observations nobody is woken` : '';
}

function meaning(kpi: KpiId): string[] {
  const record = kpis[kpi];
  const early = (flowKpis as readonly KpiId[]).includes(kpi)
    ? ` Its early sign is \`${flowAlert(kpi)}\`, which compares the last hours with the same hours of four weeks.`
    : '';
  return [
    `**${record.label}** is past its threshold: ${thresholdsText(kpi)} (a company’s own thresholds win).`,
    '',
    `- Made of: ${record.definition}.`,
    `- Series \`${record.metric}\`; refresh and window: ${record.refresh}; confirmed by ${record.confirm} computations in a row${sampleText(record.alertMinSample)}.`,
    `- Feeds: ${record.feeds.join(', ')}. Undefined when: ${record.undefinedWhen}.`,
    `- Owner: ${agentName(record.owner)}, squad ${squads[record.squad].name}; also told: ${record.also.map(agentName).join(', ') || 'nobody'}.${early}`,
  ];
}

function firstLook(kpi: KpiId): string {
  const [feed] = kpis[kpi].feeds;
  if (feed === 'prometheus') return 'Is the source alive? `up{job="aicos-demo"}` must be 1, and requests must come in.';
  return `Is the number true? \`aicos_kpi_feed_lag_seconds{kpi="${kpi}"}\` must be small and \`aicos_kpi_sample_size{kpi="${kpi}"}\` as usual.`;
}

function cures(kpi: KpiId): string[] {
  return runbookTexts[kpi].cures.map(({ action, when }) => {
    const { title, agents: may } = actionTypes[action];
    const shown = may.length > 4 ? 'any agent' : may.join(', ');
    return `- \`${action}\` – ${title} (${shown}): ${when}.`;
  });
}

const verifyText = {
  flow: 'judged by the daily flow over the window after the action',
  quantile: 'judged by the daily values after the action',
  level: 'judged by the level at the end of each day',
  identity: 'follows from the KPIs it is made of',
  postcheck: 'too slow or too rare for a verdict of its own: the action’s postcheck decides',
} as const;

/** The runbook of one KPI on one screen. */
export function offTargetRunbook(kpi: KpiId): string {
  const text = runbookTexts[kpi];
  return [
    `# ${offTargetAlert(kpi)}`,
    '',
    '## Meaning',
    '',
    ...meaning(kpi),
    '',
    '## Impact',
    '',
    text.impact,
    `It moves ${movesText(kpi)}.`,
    '',
    '## Diagnosis',
    '',
    `1. ${firstLook(kpi)}`,
    `2. ${text.asks} (\`:as_of\` is the time the KPI describes)`,
    '',
    '```sql',
    text.sql,
    '```',
    '',
    '3. What is usually behind it:',
    ...text.causes.map((cause) => `   - ${cause}`),
    `4. It is moved by ${movedByText(kpi)}.`,
    '',
    '## Mitigation',
    '',
    ...cures(kpi),
    '',
    `${text.caution} A cure is ${verifyText[kpis[kpi].verify]}.`,
    '',
  ].join('\n');
}
