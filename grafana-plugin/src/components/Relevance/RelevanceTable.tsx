import React from 'react';
import type { Relevance } from '@ai-cos/agent-runner/contract';
import { formatNumber } from '../../format/number.ts';
import { DataTable, type Column } from '../Layout/DataTable.tsx';
import { AgentName } from '../TextLink/names.tsx';

const columns: ReadonlyArray<Column<Relevance>> = [
  { header: 'Agent', cell: ({ agentId }) => <AgentName id={agentId} /> },
  { header: 'Relevance 0–1', numeric: true, cell: ({ score }) => formatNumber(score, 2) },
  { header: 'Why', cell: ({ reason }) => reason },
  { header: 'Owns', numeric: true, cell: ({ factors }) => formatNumber(factors.ownership, 2) },
  { header: 'Influence', numeric: true, cell: ({ factors }) => formatNumber(factors.influence, 2) },
  { header: 'Expertise', numeric: true, cell: ({ factors }) => formatNumber(factors.expertise, 2) },
  { header: 'Urgency', numeric: true, cell: ({ factors }) => formatNumber(factors.urgency, 2) },
  { header: 'Track record', numeric: true, cell: ({ factors }) => formatNumber(factors.trackRecord, 2) },
  { header: 'Novelty', numeric: true, cell: ({ factors }) => formatNumber(factors.novelty, 2) },
];

/** The six factors behind who spoke; the threshold to speak is 0.5. */
export function RelevanceTable({ label, rows }: { label: string; rows: readonly Relevance[] }) {
  const sorted = [...rows].sort((left, right) => right.score - left.score);
  return <DataTable label={label} columns={columns} rows={sorted} rowKey={({ agentId }) => agentId} />;
}
