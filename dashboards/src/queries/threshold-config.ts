import { kpiIds, kpis, type Direction, type ThresholdLevel } from '@ai-cos/catalog';
import type { DataTransformerConfig } from '@grafana/grafana-foundation-sdk/dashboard';
import { nativeUnit } from '../units.ts';
import type { KpiSelector } from './kpi-queries.ts';

/** One step of Grafana's thresholds: from this level upwards the colour. */
interface Step {
  readonly level: ThresholdLevel | 'base';
  readonly color: 'green' | 'orange' | 'red';
}

/** Grafana's steps ascend, so the colours depend on which side is better. */
const steps: Record<Direction, readonly Step[]> = {
  up: [
    { level: 'base', color: 'red' },
    { level: 'critical', color: 'orange' },
    { level: 'warning', color: 'green' },
  ],
  down: [
    { level: 'base', color: 'green' },
    { level: 'warning', color: 'orange' },
    { level: 'critical', color: 'red' },
  ],
  band: [
    { level: 'base', color: 'red' },
    { level: 'low_critical', color: 'orange' },
    { level: 'low_warning', color: 'green' },
    { level: 'high_warning', color: 'orange' },
    { level: 'high_critical', color: 'red' },
  ],
};

/** Stands for minus infinity: lower than any KPI gets. */
const base = '-1000000000000';

/** Columns come in alphabetical order and the steps in the order of the columns: `up_0`, `up_1`, … */
function column(direction: Direction, index: number): string {
  return `${direction}_${index}`;
}

function joined(kpi: KpiSelector, direction: Direction): string {
  const members = kpiIds.filter((id) => kpis[id].direction === direction).join('|');
  const parts = steps[direction].flatMap(({ level }, index) => {
    if (level === 'base') return [];
    // The selector twice: by the variable, and by the direction whose colours apply.
    const selector = `kpi="${kpi}",kpi=~"${members}",level="${level}"`;
    return [{ name: column(direction, index), expr: `max by (kpi) (aicos_kpi_threshold{${selector}})` }];
  });
  // count_values turns a value into a label; a row of labels is what the transformation reads.
  const [first, ...rest] = parts.map(({ name, expr }) => ({
    name,
    expr: `count_values by (kpi) ("${name}", ${expr})`,
  }));
  if (!first) throw new Error(`direction ${direction} has no thresholds`);
  let expr = first.expr;
  for (const part of rest) expr = `${expr} * on (kpi) group_left (${part.name}) ${part.expr}`;
  return `label_replace(${expr}, "${column(direction, 0)}", "${base}", "", "")`;
}

function directionsOf(kpi: KpiSelector): readonly Direction[] {
  return kpi === '$kpi' ? ['up', 'down', 'band'] : [kpis[kpi].direction];
}

function withUnit(expr: string, currency: string): string {
  const units = new Map<string, string[]>();
  for (const id of kpiIds) units.set(nativeUnit(id, currency), [...(units.get(nativeUnit(id, currency)) ?? []), id]);
  let result = expr;
  for (const [unit, members] of units)
    result = `label_replace(${result}, "unit", "${unit}", "kpi", "${members.join('|')}")`;
  return result;
}

/** One row with the company's own thresholds, and for a KPI chosen on the board its unit too. */
export function thresholdConfigExpression(kpi: KpiSelector, currency: string): string {
  const rows = directionsOf(kpi)
    .map((direction) => joined(kpi, direction))
    .join(' or ');
  return kpi === '$kpi' ? withUnit(rows, currency) : rows;
}

export const configRefId = 'config';

/** "Config from query results": the row becomes thresholds (and unit) of the values; nothing is retyped in the board. */
export function configFromQuery(kpi: KpiSelector): DataTransformerConfig {
  const thresholds = directionsOf(kpi).flatMap((direction) =>
    steps[direction].map(({ color }, index) => ({
      fieldName: column(direction, index),
      handlerKey: 'threshold1',
      handlerArguments: { threshold: { color } },
    }))
  );
  const ignored = ['kpi', 'Value', `Value #${configRefId}`, 'Time'].map((fieldName) => ({
    fieldName,
    handlerKey: '__ignore',
  }));
  const unit = kpi === '$kpi' ? [{ fieldName: 'unit', handlerKey: 'unit' }] : [];
  return { id: 'configFromData', options: { configRefId, mappings: [...thresholds, ...unit, ...ignored] } };
}
