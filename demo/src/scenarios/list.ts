import { DomainError } from '@ai-cos/service-kit';
import { z } from 'zod';
import { adCostSpike, badPriceImport, demandSurge, organicLoss, overpricedImport } from './demand.ts';
import type { Scenario } from './scenario.ts';
import { checkoutSlowdown, defectBatch, supportOverload } from './service.ts';
import { carrierFailure, staffAbsence, stockOut, warehouseFull } from './supply.ts';

export const scenarios: readonly Scenario[] = [
  stockOut,
  adCostSpike,
  checkoutSlowdown,
  supportOverload,
  badPriceImport,
  warehouseFull,
  demandSurge,
  staffAbsence,
  carrierFailure,
  organicLoss,
  overpricedImport,
  defectBatch,
];

export function scenarioNamed(name: string): Scenario {
  const scenario = scenarios.find((entry) => entry.name === name);
  if (scenario !== undefined) return scenario;
  throw new DomainError(
    'unknown_scenario',
    `There is no scenario "${name}". Known are: ${scenarios.map((entry) => entry.name).join(', ')}.`,
    { status: 404 }
  );
}

/** Parameters as given on a command line or in a body, with defaults filled in; unknown names are refused. */
export function parseParameters(scenario: Scenario, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const parsed = z.strictObject(scenario.parameters.shape).safeParse(given);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(': ')).join('; ');
  throw new DomainError(
    'invalid_parameters',
    `Scenario ${scenario.name} has the parameters ${Object.keys(scenario.parameters.shape).join(', ')}. ${reasons}`
  );
}
