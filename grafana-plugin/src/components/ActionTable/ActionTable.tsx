import React from 'react';
import type { ActionSummary } from '@ai-cos/agent-runner/contract';
import { links } from '../../links.ts';
import { costText } from '../Decision/decision-words.ts';
import { KpiChange } from '../KpiChange/KpiChange.tsx';
import { DataTable, type Column } from '../Layout/DataTable.tsx';
import { RiskTag, StateTag } from '../Tag/tags.tsx';
import { ItemLink } from '../TextLink/ItemLink.tsx';
import { KpiName } from '../TextLink/names.tsx';

const columns: ReadonlyArray<Column<ActionSummary>> = [
  { header: 'Action', cell: ({ id, title }) => <ItemLink href={links.action(id)}>{title}</ItemLink> },
  { header: 'State', cell: ({ state }) => <StateTag state={state} /> },
  {
    header: 'Expected',
    cell: ({ expectedImprovement: [main] }) =>
      main === undefined ? (
        '–'
      ) : (
        <>
          <KpiName id={main.kpiId} /> <KpiChange prediction={main} />
        </>
      ),
  },
  { header: 'Risk', cell: ({ riskTier, risk }) => <RiskTag tier={riskTier} risk={risk} /> },
  { header: 'Cost', numeric: true, cell: (action) => costText(action) },
];

/** Actions in a table, each a link to its page. */
export function ActionTable({ actions }: { actions: readonly ActionSummary[] }) {
  return <DataTable label="Actions" columns={columns} rows={actions} rowKey={({ id }) => id} />;
}
