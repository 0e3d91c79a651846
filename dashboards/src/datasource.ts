import { DatasourceVariableBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

/** Panels reach Prometheus through a variable only, so that a company may point a board at another one. */
export const prometheus = { type: 'prometheus', uid: '${datasource}' } as const;

/** Annotations kept by Grafana itself. */
export const grafanaItself = { type: 'grafana', uid: '-- Grafana --' } as const;

export function datasourceVariable(): DatasourceVariableBuilder {
  return new DatasourceVariableBuilder('datasource')
    .label('Data source')
    .type('prometheus')
    .current({ text: 'Prometheus', value: 'aicos-prometheus', selected: true });
}
