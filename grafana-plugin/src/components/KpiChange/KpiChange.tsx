import React from 'react';
import type { Prediction } from '@ai-cos/agent-runner/contract';
import { useCompany } from '../../data/company.ts';
import { formatKpiChange, kpiFormatOf } from '../../format/kpi-value.ts';
import { Muted } from '../Layout/Muted.tsx';
import { KpiName } from '../TextLink/names.tsx';

/** "+1.2 pp (0.4 to 2.0)": the expected change of a KPI with its 90 % interval. */
export function KpiChange({ prediction }: { prediction: Prediction }) {
  const { currency } = useCompany();
  const format = kpiFormatOf(prediction.kpiId);
  const low = formatKpiChange(format, prediction.low, currency);
  const high = formatKpiChange(format, prediction.high, currency);
  return (
    <span>
      <strong>{formatKpiChange(format, prediction.change, currency)}</strong>{' '}
      <Muted>
        ({low} to {high})
      </Muted>
    </span>
  );
}

function recordText({ trackRecord }: Prediction): string {
  if (trackRecord === undefined || trackRecord.count === 0) {
    return 'no earlier result to compare with';
  }
  return `${trackRecord.inBand} of ${trackRecord.count} earlier results lay in the interval`;
}

/** Every predicted KPI with its name and how well earlier predictions did. */
export function KpiChanges({ predictions }: { predictions: readonly Prediction[] }) {
  if (predictions.length === 0) {
    return <Muted>No KPI change predicted</Muted>;
  }
  return (
    <>
      {predictions.map((prediction) => (
        <div key={prediction.kpiId}>
          <KpiName id={prediction.kpiId} /> <KpiChange prediction={prediction} />
          <div>
            <Muted>
              90 % interval, {prediction.basis}; {recordText(prediction)}
            </Muted>
          </div>
        </div>
      ))}
    </>
  );
}
