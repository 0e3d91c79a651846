import type { ActionTypeId, KpiId } from '@ai-cos/catalog';
import type { z } from 'zod';
import type { Disturbance } from '../twin/disturbance.ts';
import type { TwinState } from '../twin/state.ts';

/** What a scenario may look at when it picks its victims. */
export interface Scene {
  state: TwinState;
  /** First day on which it acts. */
  day: number;
  seed: number;
}

/** An incident with known ground truth. It disturbs mechanisms; what the KPIs make of it is up to the company. */
export interface Scenario<P extends z.ZodObject = z.ZodObject> {
  name: string;
  title: string;
  /** KPIs that the cause moves first. */
  rootKpis: readonly KpiId[];
  /** KPIs that follow from the root. */
  symptoms: readonly KpiId[];
  /** Action types of the catalogue of which one ends it. */
  cures: readonly ActionTypeId[];
  /** Business days until a root KPI is past its critical threshold, and after a cure until it is back in its band. */
  expected: { detectionDays: number; recoveryDays: number };
  parameters: P;
  disturb: (scene: Scene, parameters: z.infer<P>) => Disturbance[];
}

/** Keeps the parameter type inside the record while the list holds records of all kinds. */
export function defineScenario<P extends z.ZodObject>(scenario: Scenario<P>): Scenario {
  return {
    ...scenario,
    disturb: (scene, parameters) => scenario.disturb(scene, scenario.parameters.parse(parameters)),
  };
}
