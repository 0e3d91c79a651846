import type { KpiId } from '@ai-cos/catalog';
import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { sum } from '../maths/sum.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { channelTraffic } from './channel-traffic.ts';

interface Facts {
  readonly conversion: number;
  readonly usualConversion: number;
}

/** Orders are visits times conversion: which of the two made customers dear. */
async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(channelTraffic);
  const sessions = sum(result.rows.map((row) => row.sessions));
  const usualSessions = sum(result.rows.map((row) => row.sessions_before));
  const usualOrders = sum(result.rows.map((row) => row.orders_before));
  if (usualOrders * 28 < 100 || sessions < 50)
    return notEnough(result, context.asOf, 'fewer than 100 orders in four weeks');
  const conversion = sum(result.rows.map((row) => row.orders)) / sessions;
  const usualConversion = usualOrders / usualSessions;
  const byConversion = 1 - conversion / usualConversion;
  const byVisits = 1 - sessions / usualSessions;
  if (Math.max(byConversion, byVisits) < 0.12) return [];
  const kpiIds: KpiId[] = byConversion > byVisits ? ['conversion_rate', 'cac'] : ['cac', 'conversion_rate'];
  return [
    {
      kpiIds,
      severity: severityBy(Math.max(byConversion, byVisits), [0.12, 0.25, 0.5]),
      title:
        byConversion > byVisits
          ? `Fewer visitors buy: ${(100 * conversion).toFixed(2)} % instead of ${(100 * usualConversion).toFixed(2)} %`
          : `Fewer visitors come: ${sessions.toFixed(0)} a day instead of ${usualSessions.toFixed(0)}`,
      detail: `Visits explain ${(100 * byVisits).toFixed(0)} % and conversion ${(100 * byConversion).toFixed(0)} % fewer orders.`,
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [],
          measures: [
            { name: 'sessions', value: sessions, unit: 'per day', baseline: usualSessions },
            { name: 'orders per session', value: 100 * conversion, unit: 'percent', baseline: 100 * usualConversion },
          ],
          days: 35,
          comparison: '7 days against the 28 before',
        }),
      ],
      facts: { conversion, usualConversion },
    },
  ];
}

/** Buying more visitors who do not buy makes it worse: spending waits until the shop converts again. */
function holdSpending({ facts }: Found<Facts>): readonly Proposal[] {
  if (facts.conversion > 0.8 * facts.usualConversion) return [];
  return [
    propose(
      'work.task',
      {
        title: 'Raise no ad budget until visitors buy again',
        instructions:
          'Keep budgets as they are and find out first what stops visitors: price, availability, speed or checkout.',
        dueInDays: 1,
      },
      {
        target: 'ads:hold',
        direction: 'set',
        title: 'Raise no ad budget until visitors buy again',
        description: `${(100 * (1 - facts.conversion / facts.usualConversion)).toFixed(0)} % fewer visitors buy.`,
        expected: [predict('cac', -1, 1, 'no money on visitors who do not buy')],
        confidence: 40,
        cost: null,
        hoursUntilHarm: 48,
      }
    ),
  ];
}

export const acquisitionPartsAnalysis = capability<Facts>({
  id: 'acquisition-parts',
  title: 'Whether visits or conversion made customers dear',
  kpis: ['cac', 'conversion_rate'],
  analyse,
  playbooks: [{ id: 'hold-spending', title: 'Hold spending while visitors do not buy', propose: holdSpending }],
});
