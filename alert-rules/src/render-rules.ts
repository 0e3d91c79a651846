import type { TimeScale } from '@ai-cos/catalog';
import type { RuleGroup } from './rule.ts';
import { blindGroups } from './rules/blind.ts';
import { flowGroups } from './rules/flow.ts';
import { metaGroups } from './rules/meta.ts';
import { offTargetGroups } from './rules/off-target.ts';
import { recordingGroups } from './rules/recordings.ts';
import { rulesYaml } from './rules-yaml.ts';

/** One rule file per kind, in the order of evaluation. */
export const ruleKinds = {
  recordings: recordingGroups,
  'off-target': offTargetGroups,
  blind: blindGroups,
  flow: flowGroups,
  meta: metaGroups,
} as const satisfies Record<string, (scale: TimeScale) => RuleGroup[]>;
export type RuleKind = keyof typeof ruleKinds;
const kindNames = Object.keys(ruleKinds) as RuleKind[];

export function ruleFileName(kind: RuleKind): string {
  return `${kind}.rules.yml`;
}

/** All rule groups at a time scale. */
export function ruleGroups(scale: TimeScale): RuleGroup[] {
  return kindNames.flatMap((kind) => ruleKinds[kind](scale));
}

/** File name → content of every rule file at a time scale. */
export function renderRules(scale: TimeScale): Map<string, string> {
  return new Map(kindNames.map((kind) => [ruleFileName(kind), rulesYaml(ruleKinds[kind](scale), scale)]));
}
