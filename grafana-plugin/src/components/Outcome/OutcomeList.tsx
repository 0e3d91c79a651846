import React from 'react';
import type { Outcome } from '@ai-cos/agent-runner/contract';
import { useCompany } from '../../data/company.ts';
import { formatKpiChange, kpiFormatOf } from '../../format/kpi-value.ts';
import { withKpiNames } from '../../format/readable.ts';
import { formatBusinessDay } from '../../format/time.ts';
import { sentence } from '../../format/words.ts';
import { DataTable, type Column } from '../Layout/DataTable.tsx';
import { Muted } from '../Layout/Muted.tsx';
import { Tag } from '../Tag/Tag.tsx';
import { actionTones } from '../Tag/tones.ts';
import { KpiName } from '../TextLink/names.tsx';

function changeText(outcome: Outcome, value: number | null, currency: string | null): string {
  if (value === null || outcome.kpiId === null) {
    return '–';
  }
  return formatKpiChange(kpiFormatOf(outcome.kpiId), value, currency);
}

function columnsOf(currency: string | null): ReadonlyArray<Column<Outcome>> {
  return [
    { header: 'Verdict', cell: ({ verdict }) => <Tag tone={actionTones[verdict]}>{sentence(verdict)}</Tag> },
    { header: 'Of', cell: ({ scope }) => (scope === 'plan' ? 'the whole plan' : 'this action') },
    { header: 'On', cell: ({ kpiId }) => (kpiId === null ? 'its own check' : <KpiName id={kpiId} />) },
    { header: 'Predicted', numeric: true, cell: (row) => changeText(row, row.predicted, currency) },
    {
      header: 'Realised',
      numeric: true,
      cell: (row) => (
        <>
          {changeText(row, row.realised, currency)}{' '}
          {row.low !== null && row.high !== null && (
            <Muted>
              ({changeText(row, row.low, currency)} to {changeText(row, row.high, currency)})
            </Muted>
          )}
        </>
      ),
    },
    {
      header: 'Measured',
      cell: (row) => `${formatBusinessDay(row.windowFromAsOf)} – ${formatBusinessDay(row.windowToAsOf)}`,
    },
    { header: 'Why', cell: ({ reason }) => withKpiNames(reason) },
  ];
}

/** What really happened: realised change against the forecast from before the action. */
export function OutcomeList({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { currency } = useCompany();
  return (
    <DataTable
      label="Verdicts"
      columns={columnsOf(currency)}
      rows={outcomes}
      rowKey={({ kpiId, scope, windowFromAsOf }) => `${kpiId ?? ''}-${scope}-${windowFromAsOf}`}
    />
  );
}
