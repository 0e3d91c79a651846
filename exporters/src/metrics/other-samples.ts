import { baseCounters, type Company, type HealthReading } from '@ai-cos/catalog';
import type { CounterSample } from '../collectors/base-counters.ts';
import type { CompanionValue } from '../collectors/companions.ts';
import type { CollectorStat } from '../snapshot/collector-stats.ts';
import { sample, sampleIfDefined, type Sample } from './sample.ts';

export function healthSamples(readings: readonly HealthReading[]): readonly Sample[] {
  return readings.flatMap(({ scope, name, ratio, coverage }) => [
    ...sampleIfDefined('aicos_health_ratio', { scope, name }, ratio),
    sample('aicos_health_coverage_ratio', { scope, name }, coverage),
  ]);
}

export function companionSamples(values: readonly CompanionValue[]): readonly Sample[] {
  return values.map(({ name, value }) => sample(name, {}, value));
}

export function counterSamples(samples: readonly CounterSample[]): readonly Sample[] {
  return samples.map(({ id, labels, total }) => sample(baseCounters[id].name, labels, total));
}

export function collectorSamples(stats: readonly CollectorStat[]): readonly Sample[] {
  return stats.flatMap(({ collector, success, durationSeconds, errors }) => [
    sample('aicos_collector_success', { collector }, Number(success)),
    sample('aicos_collector_duration_seconds', { collector }, durationSeconds),
    sample('aicos_collector_errors_total', { collector }, errors),
  ]);
}

export function companySample(company: Company, currency: string): Sample {
  return sample('aicos_company_info', { name: company.name, currency, simulated: String(company.simulated) }, 1);
}
