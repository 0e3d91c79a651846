import { metricFamilyOf, type MetricFamily } from '@ai-cos/catalog';

export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  readonly family: MetricFamily;
  readonly labels: Labels;
  readonly value: number;
}

/** A sample of a family of the catalog: names, types and help stand there and nowhere else. */
export function sample(name: string, labels: Labels, value: number): Sample {
  const family = metricFamilyOf(name);
  if (family === undefined) throw new Error(`the catalog has no metric family ${name}`);
  return { family, labels, value };
}

/** Like `sample`, and nothing where there is no value: undefined is absent, never 0. */
export function sampleIfDefined(name: string, labels: Labels, value: number | null): readonly Sample[] {
  return value === null ? [] : [sample(name, labels, value)];
}
