import React, { useMemo } from 'react';
import type { KpiView } from '@ai-cos/agent-runner/contract';
import { Chart } from '../../components/Chart/Chart.tsx';
import { kpiText, kpiThresholdLines } from '../../components/Kpi/kpi-view.ts';
import { Muted } from '../../components/Layout/Muted.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { useCompany } from '../../data/company.ts';
import { useKpiForecast, useKpiHistory } from '../../data/kpis.ts';
import { problemOf } from '../../data/problem.ts';
import { formatNumber, formatShare } from '../../format/number.ts';

/** History with thresholds and, where the method earned it, the forecast band. */
export function KpiTrend({ kpi }: { kpi: KpiView }) {
  const { currency } = useCompany();
  const history = useKpiHistory(kpi.id);
  const forecast = useKpiForecast(kpi.id);
  const thresholds = useMemo(() => kpiThresholdLines(kpi), [kpi]);
  const band = useMemo(
    () => forecast.data?.points.map(({ at, p10, p50, p90 }) => ({ at, low: p10, middle: p50, high: p90 })),
    [forecast.data]
  );
  return (
    <QueryView query={history} loading="Reading the history">
      {({ points }) => (
        <>
          <Chart
            label={`${kpi.label} over time`}
            points={points}
            band={forecast.data?.reliable === true ? band : undefined}
            thresholds={thresholds}
            format={(value) => kpiText(kpi, value, currency)}
          />
          {forecast.data === undefined && forecast.error !== null && (
            <Muted>No forecast: {problemOf(forecast.error).message}</Muted>
          )}
          {forecast.data !== undefined && (
            <Muted>
              {forecast.data.reliable
                ? `Forecast: ${forecast.data.method}, 80 % band.`
                : `No forecast shown: ${forecast.data.reason ?? 'the method is not reliable here'}.`}
              {forecast.data.backtest !== null &&
                ` In ${forecast.data.backtest.origins} backtests ${formatShare(forecast.data.backtest.coverage)} of the days lay in the band; error ${formatNumber(forecast.data.backtest.mase, 2)} of the naive one.`}
            </Muted>
          )}
        </>
      )}
    </QueryView>
  );
}
