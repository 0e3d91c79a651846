import { kpiIdOf, type KpiId } from '@ai-cos/catalog';

/**
 * KPI values of an analysis report: numbers under any spelling of a KPI, at the top or below `kpis`. The report of the
 * founding Python agents (complexity, duplication, debt and vulnerability counts) is read as well.
 */
export function reportValues(report: Readonly<Record<string, unknown>>): Map<KpiId, number> {
  const values = foundingScores(report);
  for (const source of [report, recordOf(report['kpis'])]) {
    for (const [name, value] of Object.entries(source)) {
      const id = kpiIdOf(name);
      if (id !== undefined && typeof value === 'number' && Number.isFinite(value)) values.set(id, value);
    }
  }
  return values;
}

/** The three formulas of the founding guide's bridge to the Python agents. */
function foundingScores(report: Readonly<Record<string, unknown>>): Map<KpiId, number> {
  const scores = new Map<KpiId, number>();
  const complexity = count(report, 'complexity', 'high_complexity_files');
  const duplication = count(report, 'duplication', 'duplicated_blocks');
  const deadCode = count(report, 'deadCode', 'unused_files');
  if (complexity !== undefined && duplication !== undefined && deadCode !== undefined) {
    scores.set('code_health', clamped(100 - complexity * 2 - duplication * 0.5 - deadCode * 0.3));
  }
  const massive = count(report, 'massiveFiles', 'count');
  const violations = count(report, 'complexity', 'total_violations');
  if (massive !== undefined && duplication !== undefined && violations !== undefined) {
    scores.set('tech_debt_score', clamped(100 - (massive / 10 + duplication / 50 + violations / 100) * 10));
  }
  const high = count(report, 'security', 'high');
  const critical = count(report, 'security', 'critical');
  if (high !== undefined && critical !== undefined) {
    scores.set('security_score', clamped(100 - critical * 20 - high * 10));
  }
  return scores;
}

function count(report: Readonly<Record<string, unknown>>, section: string, field: string): number | undefined {
  const value = recordOf(report[section])[field];
  return typeof value === 'number' ? value : undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function clamped(score: number): number {
  return Math.max(0, Math.min(100, score));
}
