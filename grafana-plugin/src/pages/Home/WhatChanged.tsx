import React from 'react';
import type { ActionSummary, HealthBoard, Snapshot } from '@ai-cos/agent-runner/contract';
import { kpiText } from '../../components/Kpi/kpi-view.ts';
import { DataTable, type Column } from '../../components/Layout/DataTable.tsx';
import { Facts } from '../../components/Layout/Facts.tsx';
import { Muted, Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { KpiName } from '../../components/TextLink/names.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { waitingStates } from '../../data/action-groups.ts';
import { useActions } from '../../data/actions.ts';
import { useCompany } from '../../data/company.ts';
import { useHealthBoard, useSnapshots } from '../../data/kpis.ts';
import { formatMoney } from '../../format/money.ts';
import { formatShare, formatSigned } from '../../format/number.ts';
import { formatBusinessDate } from '../../format/time.ts';
import { links } from '../../links.ts';
import { healthMovers, snapshotBefore, type HealthMover } from './health-movers.ts';

function points(ratio: number): string {
  return `${formatSigned(ratio * 100, 1)} points`;
}

function moverColumns(currency: string | null): ReadonlyArray<Column<HealthMover>> {
  return [
    { header: 'KPI', cell: ({ kpi }) => <KpiName id={kpi.id} /> },
    { header: 'Then', numeric: true, cell: ({ kpi, before }) => kpiText(kpi, before, currency) },
    { header: 'Now', numeric: true, cell: ({ kpi }) => kpiText(kpi, kpi.value, currency) },
    { header: 'Health', numeric: true, cell: ({ healthChange }) => points(healthChange) },
  ];
}

function spendWaiting(actions: readonly ActionSummary[], currency: string | null): string {
  let sum = 0;
  for (const { cost } of actions) {
    sum += cost?.amount ?? 0;
  }
  return currency === null ? '–' : formatMoney(sum, currency);
}

type Reading = HealthBoard['health'][number];

function Health({ reading, before }: { reading: Reading; before: Snapshot | undefined }) {
  if (reading.ratio === null) {
    return <>undefined</>;
  }
  return (
    <>
      <strong>{formatShare(reading.ratio)}</strong>{' '}
      {before !== undefined && points(reading.ratio - before.globalHealth / 100)}{' '}
      <div>
        <Muted>{formatShare(reading.coverage)} of the weight has a value</Muted>
      </div>
    </>
  );
}

function Movers({ board, snapshot }: { board: HealthBoard; snapshot: Snapshot | undefined }) {
  const { currency } = useCompany();
  if (snapshot === undefined) {
    return <Nothing>No snapshot to compare with yet; the first one is taken at 03:00 of the business day.</Nothing>;
  }
  const movers = healthMovers(board, snapshot);
  return (
    <>
      <p>Compared with the snapshot of {formatBusinessDate(snapshot.createdAsOf)}:</p>
      {movers.length === 0 ? (
        <Nothing>No KPI moved the health by a tenth of a point.</Nothing>
      ) : (
        <DataTable
          label="What moved the health"
          columns={moverColumns(currency)}
          rows={movers}
          rowKey={({ kpi }) => kpi.id}
        />
      )}
    </>
  );
}

/** Health now against yesterday, what moved it, and the money that waits for a decision. */
export function WhatChanged() {
  const board = useHealthBoard();
  const snapshots = useSnapshots();
  const waiting = useActions({ state: waitingStates, sort: 'urgency' });
  const { currency } = useCompany();
  return (
    <Section title="What changed since yesterday" aside={<ItemLink href={links.health()}>All KPIs</ItemLink>}>
      <QueryView query={board}>
        {(data) => {
          const global = data.health.find(({ scope }) => scope === 'global');
          const before = snapshotBefore(snapshots.data ?? [], data);
          const outOfBand = data.kpis.filter(({ status }) => status === 'warning' || status === 'critical');
          return (
            <>
              <Facts
                facts={[
                  ...(global === undefined
                    ? []
                    : [{ label: 'Company health', value: <Health reading={global} before={before} /> }]),
                  { label: 'Out of band', value: `${outOfBand.length} of ${data.kpis.length} KPIs` },
                  { label: 'Cost waiting for a decision', value: spendWaiting(waiting.data ?? [], currency) },
                ]}
              />
              <Movers board={data} snapshot={before} />
            </>
          );
        }}
      </QueryView>
    </Section>
  );
}
