import { agents, type AgentId } from '@ai-cos/catalog';
import type { Resolution } from '../../contract/index.ts';
import type { Candidate } from '../types.ts';
import { nameOf, type Rule, type RuleContext, type RuleResult } from './rule.ts';

/** All actions of a plan share one budget; the ones with the highest priority get it. */
export const planBudget: Rule = (candidates, context) => {
  let spent = 0;
  return byPriority('budget', candidates, context, ({ cost }) => {
    const amount = cost ?? 0;
    if (amount === 0 || spent + amount <= context.limits.planBudget) {
      spent += amount;
      return null;
    }
    return `the plan would commit ${(spent + amount).toFixed(0)}, its budget is ${String(context.limits.planBudget)}`;
  });
};

/** A plan that nobody can read is no plan: a few actions per agent and plan, and no queue beyond what people can decide. */
export const attention: Rule = (candidates, context) => {
  const { limits, input } = context;
  const perAgent = new Map<AgentId, number>();
  let all = 0;
  return byPriority('open_plan_budget', candidates, context, ({ agentId, hoursUntilHarm }) => {
    const pole = agents[agentId].pole;
    const mine = perAgent.get(agentId) ?? 0;
    if (mine >= limits.actionsPerAgent) return `${agentId} has ${String(mine)} actions in this plan already`;
    if (all >= limits.actionsPerPlan) return `the plan has ${String(all)} actions already`;
    const waiting = input.waitingPerPole[pole] ?? 0;
    // A drill is watched by the person who started it.
    if (input.origin !== 'simulated' && waiting >= limits.waitingPerPole && hoursUntilHarm > 24) {
      return `${String(waiting)} actions wait for pole ${pole} already; this one is not urgent and goes to the daily digest`;
    }
    perAgent.set(agentId, mine + 1);
    all += 1;
    return null;
  });
};

function byPriority(
  rule: Resolution['rule'],
  candidates: readonly Candidate[],
  { priorityOf }: RuleContext,
  reject: (candidate: Candidate) => string | null
): RuleResult {
  const ranked = [...candidates].sort((a, b) => priorityOf(b) - priorityOf(a) || (a.key < b.key ? -1 : 1));
  const reasons = new Map<string, string>();
  for (const candidate of ranked) {
    const reason = reject(candidate);
    if (reason !== null) reasons.set(candidate.key, reason);
  }
  return {
    kept: candidates.filter((candidate) => !reasons.has(candidate.key)),
    resolutions: candidates.flatMap((candidate) => {
      const reason = reasons.get(candidate.key);
      return reason === undefined ? [] : [{ rule, kept: null, dropped: [nameOf(candidate)], reason }];
    }),
  };
}
