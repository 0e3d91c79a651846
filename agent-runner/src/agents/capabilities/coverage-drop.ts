import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { codeScans, comparedScans, type CodeScan } from './code-scans.ts';

interface Facts {
  readonly dropped: number;
  /** Lines that came without a test since the earlier scan. */
  readonly untested: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(codeScans);
  const scans = comparedScans(
    result.rows.filter((scan) => (scan.lines_found ?? 0) > 0),
    14
  );
  if (scans === undefined) return notEnough(result, context.asOf, 'fewer than two scans with coverage');
  const dropped = 100 * (coverage(scans.before) - coverage(scans.now));
  const untested = misses(scans.now) - misses(scans.before);
  if (dropped < 1) return [];
  return [
    {
      kpiIds: ['test_coverage', 'product_quality'],
      severity: severityBy(dropped, [1.5, 4, 10]),
      title: `Test coverage fell by ${dropped.toFixed(1)} points in two weeks`,
      detail: `${untested.toFixed(0)} more lines are not covered.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [],
          measures: [
            {
              name: 'coverage',
              value: 100 * coverage(scans.now),
              unit: 'percent',
              baseline: 100 * coverage(scans.before),
            },
            { name: 'uncovered lines', value: misses(scans.now), unit: 'lines', baseline: misses(scans.before) },
          ],
          days: 14,
          comparison: 'newest scan against the one two weeks before',
        }),
      ],
      facts: { dropped, untested },
    },
  ];
}

function coverage({ lines_hit, lines_found }: CodeScan): number {
  return (lines_hit ?? 0) / Math.max(1, lines_found ?? 1);
}

function misses({ lines_hit, lines_found }: CodeScan): number {
  return (lines_found ?? 0) - (lines_hit ?? 0);
}

function specify({ facts }: Found<Facts>): readonly Proposal[] {
  return [
    propose(
      'tech.spec',
      {
        title: 'Win back test coverage',
        goal: 'Code that came without tests gets them, riskiest first.',
        evidence: [
          `${facts.untested.toFixed(0)} more uncovered lines in two weeks, coverage down ${facts.dropped.toFixed(1)} points`,
        ],
        acceptance: [
          'Coverage is back at its level of two weeks ago',
          'A change that lowers coverage is refused in review',
        ],
      },
      {
        target: 'spec:coverage',
        direction: 'up',
        title: `Specify tests for ${facts.untested.toFixed(0)} uncovered lines`,
        description: 'Riskiest areas first.',
        expected: [predict('test_coverage', facts.dropped, 0.5, 'the lines of two weeks get their tests')],
        confidence: 55,
        cost: null,
        hoursUntilHarm: 168,
      }
    ),
  ];
}

export const coverageDropAnalysis = capability<Facts>({
  id: 'coverage-drop',
  title: 'Whether code came without tests',
  kpis: ['test_coverage', 'product_quality'],
  analyse,
  playbooks: [{ id: 'specify-tests', title: 'Specify the missing tests', propose: specify }],
});
