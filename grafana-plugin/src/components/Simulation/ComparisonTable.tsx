import React from 'react';
import type { Comparison } from '@ai-cos/agent-runner/contract';
import { useCompany } from '../../data/company.ts';
import { DataTable, type Column } from '../Layout/DataTable.tsx';
import { Tag } from '../Tag/Tag.tsx';
import { effectTextOf } from './effect-text.ts';

type Row = Comparison['rows'][number];

function EffectCell({ row, index, currency }: { row: Row; index: number; currency: string | null }) {
  const effect = row.effects[index] ?? null;
  if (effect === null) {
    return <>–</>;
  }
  const named = { id: row.kpiId, unit: row.unit };
  return (
    <>
      {effectTextOf(named, effect.p50, currency)} ({effectTextOf(named, effect.p10, currency)} to{' '}
      {effectTextOf(named, effect.p90, currency)}) {row.clearlyBest === index && <Tag tone="good">clearly best</Tag>}
    </>
  );
}

/** Runs side by side; a winner is named only where the intervals do not overlap. */
export function ComparisonTable({ comparison, names }: { comparison: Comparison; names: readonly string[] }) {
  const { currency } = useCompany();
  const columns: Array<Column<Row>> = [
    { header: 'KPI', cell: ({ label }) => label },
    ...names.map((name, index) => ({
      header: name,
      numeric: true,
      cell: (row: Row) => <EffectCell row={row} index={index} currency={currency} />,
    })),
  ];
  return <DataTable label="Comparison" columns={columns} rows={comparison.rows} rowKey={({ kpiId }) => kpiId} />;
}
