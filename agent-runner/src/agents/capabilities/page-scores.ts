import { capability } from '../capability.ts';
import { counted } from '../counted.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { lostPoints, pageAudits, type PageAudit } from './page-audits.ts';

interface Facts {
  readonly fallen: readonly PageAudit[];
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(pageAudits);
  const audits = result.rows.filter((audit) => audit.category === 'seo' || audit.category === 'performance');
  if (audits.every((audit) => audit.score === null)) return notEnough(result, context.asOf, 'no audit in three days');
  const fallen = audits.filter((audit) => lostPoints(audit) >= 5).sort((a, b) => lostPoints(b) - lostPoints(a));
  const worst = fallen[0];
  if (worst === undefined) return [];
  return [
    {
      kpiIds: worst.category === 'seo' ? ['seo_score'] : ['frontend_p95_ms', 'seo_score'],
      severity: severityBy(lostPoints(worst), [5, 15, 35]),
      title: `${worst.page} lost ${lostPoints(worst).toFixed(0)} points of its ${worst.category} score`,
      detail: `${String(fallen.length)} of ${String(audits.length)} audits fell by five points or more in three days.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: fallen.map((audit) => ({ type: 'page', id: audit.page })),
          measures: fallen.slice(0, 8).map((audit) => ({
            name: `${audit.category} of ${audit.page}`,
            value: audit.score ?? 0,
            unit: 'points',
            baseline: audit.score_before ?? 0,
          })),
          days: 28,
          comparison: 'median of three days against the 25 before',
        }),
      ],
      facts: { fallen },
    },
  ];
}

function repairFor(category: 'seo' | 'performance') {
  return ({ facts }: Found<Facts>): readonly Proposal[] => {
    const fallen = facts.fallen.filter((audit) => audit.category === category);
    const worst = fallen[0];
    if (worst === undefined) return [];
    const pages = [...new Set(fallen.map((audit) => audit.page))];
    const goal = category === 'seo' ? 'Pages can be crawled and indexed again.' : 'Pages are as fast as before.';
    return [
      propose(
        'seo.fix-pages',
        { title: `Repair ${counted(pages.length, 'page')} (${category})`, pages, category, goal },
        {
          target: `pages:${category}`,
          direction: 'up',
          title: `Repair the ${category} score of ${pages.join(', ')}`,
          description: `${lostPoints(worst).toFixed(0)} points lost on ${worst.page}.`,
          expected: [
            category === 'seo'
              ? predict('seo_score', lostPoints(worst) * 0.8, 0.5, 'the score of the weeks before')
              : predict('frontend_p95_ms', -20 * lostPoints(worst), 0.8, 'about 20 ms per point of performance'),
          ],
          confidence: 55,
          cost: null,
          hoursUntilHarm: 72,
        }
      ),
    ];
  };
}

export const pageScoresAnalysis = capability<Facts>({
  id: 'page-scores',
  title: 'Which pages lost score or speed in audits',
  kpis: ['seo_score', 'frontend_p95_ms'],
  analyse,
  playbooks: [
    { id: 'repair-seo', title: 'Repair what search engines see', propose: repairFor('seo') },
    { id: 'repair-speed', title: 'Repair what made pages slow', propose: repairFor('performance') },
  ],
});
