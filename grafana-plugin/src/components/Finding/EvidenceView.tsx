import React from 'react';
import type { Evidence } from '@ai-cos/agent-runner/contract';
import { formatMeasure } from '../../format/measure.ts';
import { formatPeriodDay } from '../../format/time.ts';
import { labelOfKey, plural } from '../../format/words.ts';
import { DataTable, type Column } from '../Layout/DataTable.tsx';
import { Muted } from '../Layout/Muted.tsx';
import { Tag } from '../Tag/Tag.tsx';

type Row = Evidence['measures'][number];

const columns: ReadonlyArray<Column<Row>> = [
  { header: 'Measure', cell: ({ name }) => labelOfKey(name) },
  { header: 'Now', numeric: true, cell: ({ value, unit }) => formatMeasure(value, unit) },
  {
    header: 'Compared with',
    numeric: true,
    cell: ({ baseline, unit }) => (baseline === undefined ? '–' : formatMeasure(baseline, unit)),
  },
];

const shownEntities = 8;

function entityText({ entities }: Evidence): string {
  const names = entities.slice(0, shownEntities).map(({ type, id, label }) => `${labelOfKey(type)} ${label ?? id}`);
  const more = entities.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

/** Entities, numbers, period, comparison and the query behind a finding. */
export function EvidenceView({ evidence }: { evidence: Evidence }) {
  const { period, comparison, query, source, measures } = evidence;
  return (
    <div>
      {evidence.entities.length > 0 && <div>{entityText(evidence)}</div>}
      <DataTable label="Evidence" columns={columns} rows={measures} rowKey={({ name }) => name} />
      <Muted>
        {formatPeriodDay(period.from)} to {formatPeriodDay(period.to)}, {comparison}. Query {query.name},{' '}
        {plural(query.rowCount, 'row')}
        {query.truncated ? ' (cut at the limit)' : ''}.
      </Muted>{' '}
      {source === 'supplied' && <Tag tone="info">supplied by a simulated event</Tag>}
    </div>
  );
}
