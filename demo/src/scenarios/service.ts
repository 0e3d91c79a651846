import { z } from 'zod';
import { categories } from '../twin/company.ts';
import { defineScenario } from './scenario.ts';
import { choose } from './victims.ts';

const days = z.coerce.number().int().min(2).max(60);

export const checkoutSlowdown = defineScenario({
  name: 'checkout-slowdown',
  title: 'A new checkout version makes the shop slow',
  rootKpis: ['frontend_p95_ms', 'backend_p95_ms'],
  symptoms: ['cart_abandonment', 'conversion_rate', 'ux_score', 'response_time'],
  cures: ['flags.set-variant', 'tech.roll-back-release'],
  expected: { detectionDays: 1, recoveryDays: 2 },
  parameters: z.object({
    latencyFactor: z.coerce.number().min(1.1).max(12).default(3.6),
    completionFactor: z.coerce.number().min(0.05).max(1).default(0.62),
    days: days.default(60),
  }),
  disturb: (scene, { latencyFactor, completionFactor, days: length }) => [
    { kind: 'slow-release', fromDay: scene.day, untilDay: scene.day + length, latencyFactor, completionFactor },
  ],
});

export const supportOverload = defineScenario({
  name: 'support-overload',
  title: 'A wave of contacts meets a support team with people missing',
  rootKpis: ['response_time'],
  symptoms: ['csat', 'resolution_rate', 'ltv'],
  cures: ['helpdesk.staffing'],
  expected: { detectionDays: 5, recoveryDays: 8 },
  parameters: z.object({
    factor: z.coerce.number().min(1).max(20).default(2.6),
    absentAgents: z.coerce.number().min(0).max(20).default(0.5),
    days: days.default(16),
  }),
  disturb: (scene, { factor, absentAgents, days: length }) => [
    {
      kind: 'contact-wave',
      fromDay: scene.day,
      untilDay: scene.day + length,
      factor,
      absentAgents: absentAgents * scene.state.scale,
    },
  ],
});

export const defectBatch = defineScenario({
  name: 'defect-batch',
  title: 'A faulty production batch is sold for weeks',
  rootKpis: ['product_quality'],
  symptoms: ['return_rate', 'csat', 'gross_margin'],
  cures: ['assortment.delist'],
  expected: { detectionDays: 50, recoveryDays: 90 },
  parameters: z.object({
    category: z.coerce
      .number()
      .int()
      .min(0)
      .max(categories.length - 1)
      .optional(),
    factor: z.coerce.number().min(2).max(200).default(40),
    days: days.default(30),
  }),
  disturb(scene, { category, factor, days: length }) {
    const chosen = category ?? choose(scene, 4, [0, 1, 6] as const);
    return [{ kind: 'defect-batch', fromDay: scene.day, untilDay: scene.day + length, category: chosen, factor }];
  },
});
