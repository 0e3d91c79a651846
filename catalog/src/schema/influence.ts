import { z } from 'zod';

export const edgeForms = ['elast', 'semi', 'lin', 'log2', 'ln_ratio', 'ident', 'queue', 'inventory', 'logit'] as const;
export const edgeGrades = ['A', 'B', 'C', 'J', 'I'] as const;

/** A lever, intermediate or outcome of the influence graph that is not a KPI. */
export const InfluenceNode = z.strictObject({
  id: z.string(),
  kind: z.enum(['lever', 'intermediate', 'outcome']),
  unit: z.string(),
  label: z.string(),
});
export type InfluenceNode = Readonly<z.infer<typeof InfluenceNode>>;

/** One link; `default`, `low` and `high` are null for identities, which are recomputed from `formula`. */
export const InfluenceEdge = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  form: z.enum(edgeForms),
  sign: z.enum(['+', '-']),
  default: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  formula: z.string().optional(),
  stepNative: z.number().optional(),
  step: z.string().optional(),
  yUnit: z.string().optional(),
  lagDays: z.number().nonnegative(),
  grade: z.enum(edgeGrades),
  enabled: z.boolean(),
  alternativeTo: z.union([z.string(), z.array(z.string())]).optional(),
  basis: z.string(),
});
export type InfluenceEdge = Readonly<z.infer<typeof InfluenceEdge>>;
