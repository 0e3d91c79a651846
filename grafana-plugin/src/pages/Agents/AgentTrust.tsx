import React from 'react';
import type { TrustView } from '@ai-cos/agent-runner/contract';
import { DataTable, type Column } from '../../components/Layout/DataTable.tsx';
import { Why } from '../../components/Why/Why.tsx';
import { useTrust } from '../../data/agents.ts';
import { formatNumber } from '../../format/number.ts';
import { sentence } from '../../format/words.ts';

const columns: ReadonlyArray<Column<TrustView>> = [
  { header: 'Kind of action', cell: ({ actionType }) => sentence(actionType) },
  { header: 'Verdicts', numeric: true, cell: ({ verdicts }) => verdicts },
  { header: 'Worked (mean, 0–1)', numeric: true, cell: ({ mean }) => formatNumber(mean, 2) },
  { header: 'At least (95 %)', numeric: true, cell: ({ lowerBound }) => formatNumber(lowerBound, 2) },
  {
    header: 'May run alone in auto-drive',
    cell: ({ mayRunAlone, whyNot }) => (mayRunAlone ? 'yes' : (whyNot ?? 'no')),
  },
];

/** What an agent has earned, by kind of action. */
export function AgentTrust({ id }: { id: string }) {
  const { data } = useTrust();
  const rows = data?.filter(({ agentId }) => agentId === id) ?? [];
  if (rows.length === 0) {
    return null;
  }
  return (
    <Why label="Earned trust">
      <DataTable label="Trust" columns={columns} rows={rows} rowKey={({ actionType }) => actionType} />
    </Why>
  );
}
