import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { pageAudits, type PageAudit } from './page-audits.ts';

interface Facts {
  readonly pages: readonly PageAudit[];
}

/** The European Accessibility Act binds shops since 28 June 2025; an automated score below this is a visible barrier. */
const dutyScore = 90;

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(pageAudits);
  const audits = result.rows.filter((audit) => audit.category === 'accessibility' && audit.score !== null);
  if (audits.length === 0) return notEnough(result, context.asOf, 'no accessibility audit in three days');
  const pages = audits
    .filter((audit) => (audit.score ?? 100) < dutyScore)
    .sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const worst = pages[0];
  if (worst === undefined) return [];
  return [
    {
      kpiIds: ['accessibility_score'],
      severity: severityBy(dutyScore - (worst.score ?? dutyScore), [1, 10, 25]),
      title: `${String(pages.length)} page templates fall below what the accessibility law expects`,
      detail: `${worst.page} has ${(worst.score ?? 0).toFixed(0)} of 100; the automated score is the least, not the proof.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: pages.map((audit) => ({ type: 'page', id: audit.page })),
          measures: pages.map((audit) => ({
            name: `accessibility of ${audit.page}`,
            value: audit.score ?? 0,
            unit: 'points',
            baseline: dutyScore,
          })),
          days: 28,
          comparison: 'median of three days against 90 points',
        }),
      ],
      facts: { pages },
    },
  ];
}

function repair({ facts }: Found<Facts>): readonly Proposal[] {
  return [
    propose(
      'legal.deadline',
      {
        title: `Remove barriers on ${String(facts.pages.length)} page templates`,
        basis: 'Directive (EU) 2019/882, European Accessibility Act',
        caseIds: facts.pages.map((audit) => audit.run_id),
        dueInDays: 30,
      },
      {
        target: 'accessibility:duty',
        direction: 'up',
        title: `Remove barriers on ${facts.pages.map((audit) => audit.page).join(', ')}`,
        description: 'Authorities ask for a date first and fine afterwards.',
        expected: [predict('accessibility_score', 5, 0.6, 'the named templates reach 90 points')],
        confidence: 60,
        cost: null,
        hoursUntilHarm: 720,
      }
    ),
  ];
}

export const accessibilityDutyAnalysis = capability<Facts>({
  id: 'accessibility-duty',
  title: 'Which pages fall below what the law expects',
  kpis: ['accessibility_score'],
  analyse,
  playbooks: [{ id: 'remove-barriers', title: 'Remove barriers by a date', propose: repair }],
});
