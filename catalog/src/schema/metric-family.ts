export const metricTypes = ['gauge', 'counter', 'histogram'] as const;
export type MetricType = (typeof metricTypes)[number];

/** Who exposes or records a family. */
export const metricProducers = ['exporters', 'runner', 'demo', 'rules', 'prometheus', 'alertmanager'] as const;
export type MetricProducer = (typeof metricProducers)[number];

/** One family of the exposition format; `labels` are those of the producer, target labels such as `instance` left out. */
export interface MetricFamily {
  readonly name: string;
  readonly type: MetricType;
  readonly labels: readonly string[];
  readonly help: string;
  readonly producer: MetricProducer;
}
