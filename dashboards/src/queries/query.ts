import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { prometheus } from '../datasource.ts';

export interface Query {
  readonly refId: string;
  readonly expr: string;
  readonly legend: string;
}

/** A series over time. */
export function rangeQuery({ refId, expr, legend }: Query): DataqueryBuilder {
  return new DataqueryBuilder().refId(refId).datasource(prometheus).expr(expr).legendFormat(legend).range();
}

/** The present value. */
export function instantQuery({ refId, expr, legend }: Query): DataqueryBuilder {
  return new DataqueryBuilder().refId(refId).datasource(prometheus).expr(expr).legendFormat(legend).instant();
}

/** The present values as rows whose columns are the labels. */
export function tableQuery({ refId, expr }: Omit<Query, 'legend'>): DataqueryBuilder {
  return new DataqueryBuilder().refId(refId).datasource(prometheus).expr(expr).format(PromQueryFormat.Table).instant();
}
