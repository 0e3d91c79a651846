import React from 'react';
import type { KpiDetail } from '@ai-cos/agent-runner/contract';
import { isKpiId } from '@ai-cos/catalog/kpis';
import { influenceNodes } from '@ai-cos/catalog/influence';
import { DataTable, type Column } from '../../components/Layout/DataTable.tsx';
import { Nothing } from '../../components/Layout/Muted.tsx';
import { KpiName } from '../../components/TextLink/names.tsx';
import { plural } from '../../format/words.ts';

type Influence = KpiDetail['influences'][number];

function NodeName({ id }: { id: string }) {
  return isKpiId(id) ? <KpiName id={id} /> : <>{influenceNodes.find((node) => node.id === id)?.label ?? id}</>;
}

function columnsOf(end: 'from' | 'to'): ReadonlyArray<Column<Influence>> {
  return [
    { header: end === 'from' ? 'Cause' : 'Effect on', cell: (edge) => <NodeName id={edge[end]} /> },
    { header: 'Direction', cell: ({ sign }) => (sign === '+' ? 'same' : 'opposite') },
    { header: 'After', cell: ({ lagDays }) => (lagDays === 0 ? 'the same day' : plural(lagDays, 'day')) },
    { header: 'Grade', cell: ({ grade, enabled }) => (enabled ? grade : `${grade}, not used`) },
    { header: 'Source', cell: ({ basis }) => basis },
  ];
}

/** Known influences with their source; grade A is measured in studies, J is judgement. */
export function InfluenceTable({ edges, end }: { edges: readonly Influence[]; end: 'from' | 'to' }) {
  if (edges.length === 0) {
    return <Nothing>None known.</Nothing>;
  }
  return (
    <DataTable
      label={end === 'from' ? 'Causes' : 'Effects'}
      columns={columnsOf(end)}
      rows={edges}
      rowKey={({ edgeId }) => edgeId}
    />
  );
}
