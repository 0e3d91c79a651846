import { z } from 'zod';
import { agentIds, type AgentId } from '../agents/index.ts';
import { kpiIds, type KpiId } from '../kpis/index.ts';

export const connectorKinds = [
  'human-task',
  'http',
  'sql',
  'git',
  'spec-kit',
  'issue',
  'chat',
  'e-mail',
  'silence',
  'annotation',
  'shell',
] as const;
export type ConnectorKind = (typeof connectorKinds)[number];

/** The systems an action may reach; addresses and secrets of each are configuration, never part of an action. */
export const targetSystems = [
  'ads',
  'erp',
  'price-list',
  'warehouse',
  'helpdesk',
  'flags',
  'finance',
  'shop',
  'none',
] as const;
export type TargetSystem = (typeof targetSystems)[number];

/** A call to a target: `{name}` in path and body is replaced by the parameter of that name, nothing else is evaluated. */
export const HttpCall = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT']),
  path: z.string().startsWith('/'),
  /** Omitted: all parameters are the body. A string value `{name}` is replaced by the parameter as it is. */
  body: z.record(z.string(), z.unknown()).optional(),
});
export type HttpCall = z.infer<typeof HttpCall>;

/**
 * How the nearest mechanism of an action is checked: a field of a read-back, or a statement that returns one boolean.
 * `equalsParam` compares with a parameter, `equals` with a constant.
 */
export const Check = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    call: HttpCall,
    field: z.string(),
    equals: z.unknown().optional(),
    equalsParam: z.string().optional(),
    atLeastParam: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('sql'), statement: z.string(), params: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('promql'), expression: z.string() }),
  z.strictObject({ kind: z.literal('receipt') }),
]);
export type Check = z.infer<typeof Check>;

/** What an action touches at most; `paramPath` names the parameter that is summed or counted. */
export const BlastLimit = z.strictObject({
  metric: z.string(),
  max: z.number().positive(),
  unit: z.string(),
  paramPath: z.string(),
  measure: z.enum(['sum', 'count', 'max', 'value']),
});
export type BlastLimit = z.infer<typeof BlastLimit>;

export const ActionTypeMeta = z.strictObject({
  id: z.string().regex(/^[a-z-]+\.[a-z-]+$/),
  version: z.number().int().min(1),
  title: z.string(),
  agents: z.array(z.enum(agentIds)).min(1),
  kpis: z.array(z.enum(kpiIds)),
  connector: z.enum(connectorKinds),
  system: z.enum(targetSystems),
  call: HttpCall.optional(),
  /** SQL in which `{name}` is bound to the parameter of that name. */
  statement: z.string().optional(),
  readBack: HttpCall.optional(),
  /** 0–100 before blast and cost are added; the class of an action comes from here and the server, never from a text. */
  baseRisk: z.number().min(0).max(100),
  reversible: z.enum(['yes', 'compensable', 'no']),
  compensation: z.string().nullable(),
  /** Parameters of the compensation: `{name}` is a parameter of this action, `{before.x}` the read-back before the call, `{result.x}` the target's answer. */
  compensationParams: z.record(z.string(), z.unknown()).optional(),
  precheck: Check.nullable(),
  postcheck: Check,
  lagDays: z.number().nonnegative(),
  windowDays: z.number().positive(),
  blast: BlastLimit.nullable(),
  /** Parameter (dot path) that holds the money the action commits, in the reporting currency. */
  amountParam: z.string().nullable(),
  idempotency: z.strictObject({ targetHonoursKey: z.boolean(), queryByKey: z.boolean() }),
  dryRun: z.enum(['native', 'simulated', 'none']),
  modes: z.array(z.enum(['safe', 'assisted', 'auto-drive'])).min(1),
  expiresInMinutes: z.number().positive(),
  cooldownDays: z.number().nonnegative(),
  ratePerHour: z.number().int().positive(),
});
export type ActionTypeMeta = z.infer<typeof ActionTypeMeta>;

/** One kind of action: its reviewed facts and the schema of its parameters. */
export type ActionTypeRecord = Readonly<Omit<ActionTypeMeta, 'agents' | 'kpis' | 'modes'>> & {
  readonly agents: readonly AgentId[];
  readonly kpis: readonly KpiId[];
  readonly modes: readonly ('safe' | 'assisted' | 'auto-drive')[];
  readonly params: z.ZodObject;
};
