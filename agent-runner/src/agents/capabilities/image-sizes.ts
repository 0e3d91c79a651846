import { capability } from '../capability.ts';
import { evidenceOf, notEnough } from '../evidence.ts';
import { predict, propose } from '../propose.ts';
import { severityBy } from '../severity.ts';
import type { AnalysisContext, AnalysisResult, Found, Proposal } from '../types.ts';
import { buildRecord, type BuildRecord } from './build-record.ts';

interface Facts {
  readonly grown: BuildRecord;
  readonly megabytes: number;
}

async function analyse(context: AnalysisContext): Promise<AnalysisResult<Facts>> {
  const result = await context.company.query(buildRecord);
  const known = result.rows.filter((row) => row.image_bytes !== null && row.image_before !== null);
  if (known.length === 0) return notEnough(result, context.asOf, 'no image size is recorded');
  const grown = [...known].sort((a, b) => growth(b) - growth(a))[0];
  if (grown === undefined || growth(grown) < 0.2) return [];
  const megabytes = ((grown.image_bytes ?? 0) - (grown.image_before ?? 0)) / 1e6;
  return [
    {
      kpiIds: ['backend_p95_ms', 'time_to_market'],
      severity: severityBy(growth(grown), [0.2, 0.5, 1.5]),
      title: `The image of ${grown.service} grew by ${(100 * growth(grown)).toFixed(0)} % to ${((grown.image_bytes ?? 0) / 1e6).toFixed(0)} MB`,
      detail: 'Larger images start later, scale later and carry more packages with findings.',
      evidence: [
        evidenceOf(result, context.asOf, {
          entities: [{ type: 'service', id: grown.service }],
          measures: known.map((row) => ({
            name: `largest image of ${row.service}`,
            value: (row.image_bytes ?? 0) / 1e6,
            unit: 'MB',
            baseline: (row.image_before ?? 0) / 1e6,
          })),
          days: 70,
          comparison: 'largest image of two weeks against the mean of the eight before',
        }),
      ],
      facts: { grown, megabytes },
    },
  ];
}

function growth(row: BuildRecord): number {
  return (row.image_bytes ?? 0) / Math.max(1, row.image_before ?? 1) - 1;
}

function shrink({ facts }: Found<Facts>): readonly Proposal[] {
  const { grown, megabytes } = facts;
  return [
    propose(
      'tech.build-cache',
      {
        title: `Shrink the image of ${grown.service}`,
        service: grown.service,
        goal: `Find the layer that added ${megabytes.toFixed(0)} MB and leave build tools out of the last stage.`,
      },
      {
        target: `image:${grown.service}`,
        direction: 'down',
        title: `Shrink the image of ${grown.service} by ${megabytes.toFixed(0)} MB`,
        description: 'Compare the layers with the build before.',
        expected: [predict('backend_p95_ms', -4, 1, 'fewer cold starts while scaling')],
        confidence: 35,
        cost: null,
        hoursUntilHarm: 336,
      }
    ),
  ];
}

export const imageSizesAnalysis = capability<Facts>({
  id: 'image-sizes',
  title: 'Which container image grew',
  kpis: ['backend_p95_ms', 'time_to_market'],
  analyse,
  playbooks: [{ id: 'shrink-image', title: 'Shrink an image', propose: shrink }],
});
