import React, { useMemo, useState } from 'react';
import { Alert, Button } from '@grafana/ui';
import type { SimulatedKpi, Simulation, SimulationResult } from '@ai-cos/agent-runner/contract';
import { useCompany } from '../../data/company.ts';
import { formatNumber, formatShare } from '../../format/number.ts';
import { labelOfKey } from '../../format/words.ts';
import { Chart } from '../Chart/Chart.tsx';
import { DataTable, type Column } from '../Layout/DataTable.tsx';
import { Muted } from '../Layout/Muted.tsx';
import { Tag } from '../Tag/Tag.tsx';
import { Why } from '../Why/Why.tsx';
import { effectTextOf, isClear, valueTextOf } from './effect-text.ts';

const dayMilliseconds = 86_400_000;

function chartOf({ baseline, scenario }: SimulatedKpi, startAsOf: string) {
  const at = (day: number) => new Date(Date.parse(startAsOf) + (day + 1) * dayMilliseconds).toISOString();
  return {
    points: baseline.p50.map((value, day) => ({ at: at(day), value })),
    band: scenario.p50.map((middle, day) => ({
      at: at(day),
      middle,
      low: scenario.p10[day] ?? middle,
      high: scenario.p90[day] ?? middle,
    })),
  };
}

function effectColumns(currency: string | null, onShow: (id: string) => void): ReadonlyArray<Column<SimulatedKpi>> {
  return [
    {
      header: 'KPI',
      cell: ({ id, label }) => (
        <Button size="sm" variant="secondary" fill="text" onClick={() => onShow(id)}>
          {label}
        </Button>
      ),
    },
    {
      header: 'Change (median)',
      numeric: true,
      cell: (kpi) => <strong>{effectTextOf(kpi, kpi.meanEffect.p50, currency)}</strong>,
    },
    {
      header: '80 % interval',
      numeric: true,
      cell: (kpi) =>
        `${effectTextOf(kpi, kpi.meanEffect.p10, currency)} to ${effectTextOf(kpi, kpi.meanEffect.p90, currency)}`,
    },
    {
      header: 'Direction',
      cell: ({ meanEffect }) =>
        isClear(meanEffect) ? <Tag tone="good">clear</Tag> : <Tag tone="neutral">may be either</Tag>,
    },
  ];
}

function Causes({ kpi }: { kpi: SimulatedKpi }) {
  return (
    <Why label={`What the spread of ${kpi.label} comes from`} open>
      <DataTable
        label="Variance by cause"
        columns={[
          { header: 'Assumption', cell: ({ cause }) => labelOfKey(cause) },
          { header: 'Share of the spread', numeric: true, cell: ({ share }) => formatShare(share) },
        ]}
        rows={kpi.causes.slice(0, 6)}
        rowKey={({ cause }) => cause}
      />
    </Why>
  );
}

function Assumptions({ result }: { result: SimulationResult }) {
  return (
    <Why label={`Assumptions (${result.coefficients.length})`}>
      <DataTable
        label="Assumptions"
        columns={[
          { header: 'Assumption', cell: ({ label }) => label },
          { header: 'Published', numeric: true, cell: ({ prior }) => formatNumber(prior.value, 2) },
          {
            header: 'Own history',
            numeric: true,
            cell: ({ estimate }) => (estimate === null ? '–' : formatNumber(estimate.value, 2)),
          },
          { header: 'Used', numeric: true, cell: ({ used }) => formatNumber(used.value, 2) },
        ]}
        rows={result.coefficients}
        rowKey={({ id }) => id}
      />
    </Why>
  );
}

interface Props {
  simulation: Simulation;
  result: SimulationResult;
}

/** Predicted KPIs as bands against today, warnings of the validators, what the answer rests on. */
export function SimulationResultView({ simulation, result }: Props) {
  const { currency } = useCompany();
  const sorted = useMemo(
    () => [...result.kpis].sort((left, right) => Number(right.focus) - Number(left.focus)),
    [result]
  );
  const [shownId, setShownId] = useState<string>();
  const shown = sorted.find(({ id }) => id === shownId) ?? sorted[0];
  const chart = useMemo(
    () => (shown === undefined ? undefined : chartOf(shown, simulation.createdAsOf ?? simulation.createdAt)),
    [shown, simulation]
  );
  return (
    <div>
      {result.flags.map(({ code, field, detail }) => (
        <Alert key={code + field} severity="warning" title={labelOfKey(code)}>
          {detail}
        </Alert>
      ))}
      <DataTable
        label="Predicted change"
        columns={effectColumns(currency, setShownId)}
        rows={sorted}
        rowKey={({ id }) => id}
      />
      {shown !== undefined && chart !== undefined && (
        <>
          <p>
            <strong>{shown.label}</strong> <Muted>line: without the change, band: with it (80 %)</Muted>
          </p>
          <Chart
            label={`${shown.label}, with and without the change`}
            points={chart.points}
            band={chart.band}
            format={(value) => valueTextOf(shown, value, currency)}
          />
          <Causes kpi={shown} />
        </>
      )}
      <p>
        <Muted>
          Confidence {formatNumber(result.confidence)} of 100: how much rests on the history of the company itself.{' '}
          {result.hitRate === null ? 'No earlier prediction of this kind was verified yet.' : result.hitRate.sentence}{' '}
          {formatNumber(result.draws)} draws over {result.horizonDays} business days, seed {result.seed}.
        </Muted>
      </p>
      <Assumptions result={result} />
    </div>
  );
}
