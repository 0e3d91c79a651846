import React from 'react';
import type { ActionSummary } from '@ai-cos/agent-runner/contract';
import { KpiChange } from '../../components/KpiChange/KpiChange.tsx';
import { DataTable, type Column } from '../../components/Layout/DataTable.tsx';
import { Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { StateTag } from '../../components/Tag/tags.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { KpiName } from '../../components/TextLink/names.tsx';
import { finishedStates, runningStates } from '../../data/action-groups.ts';
import { useActions } from '../../data/actions.ts';
import { formatBusinessDay } from '../../format/time.ts';
import { links } from '../../links.ts';

const shownRows = 6;

const columns: ReadonlyArray<Column<ActionSummary>> = [
  { header: 'Result', cell: ({ state }) => <StateTag state={state} /> },
  { header: 'Action', cell: ({ id, title }) => <ItemLink href={links.action(id)}>{title}</ItemLink> },
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
  { header: 'Proposed', cell: ({ createdAsOf }) => formatBusinessDay(createdAsOf) },
];

/** What was carried out lately and what became of it. */
export function WhatItDid() {
  const query = useActions({ state: [...finishedStates, ...runningStates], sort: 'newest' });
  return (
    <Section title="What it did and whether it worked" aside={<ItemLink href={links.actions()}>History</ItemLink>}>
      <QueryView query={query}>
        {(actions) =>
          actions.length === 0 ? (
            <Nothing>Nothing was carried out yet.</Nothing>
          ) : (
            <DataTable
              label="Carried out lately"
              columns={columns}
              rows={actions.slice(0, shownRows)}
              rowKey={({ id }) => id}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
