import { actionTypes, agents, mayPropose, type ActionTypeRecord } from '@ai-cos/catalog';
import { amountOf, blastOf } from './risk.ts';
import { dropping, type Rule } from './rule.ts';

/** An agent asks only for what its authority covers. */
export const authority: Rule = (candidates) =>
  dropping('authority', candidates, ({ agentId, actionType, parameters, risk }) => {
    const { maxRisk, maxAmount } = agents[agentId].authority;
    const amount = amountOf(actionTypes[actionType], parameters);
    if (!mayPropose(agentId, actionType)) return `${agentId} may not propose ${actionType}`;
    if (risk > maxRisk) return `risk ${String(risk)} is above ${String(maxRisk)}, the most ${agentId} may ask for`;
    return amount > maxAmount
      ? `${amount.toFixed(0)} is above ${String(maxAmount)}, the most ${agentId} may ask for`
      : null;
  });

/** No action touches more than its type allows. */
export const blastRadius: Rule = (candidates) =>
  dropping('blast_radius', candidates, ({ actionType, parameters }) => {
    const type: ActionTypeRecord = actionTypes[actionType];
    if (type.blast === null) return null;
    const used = blastOf(type, parameters);
    return used > type.blast.max
      ? `${used.toFixed(1)} ${type.blast.unit} of ${type.blast.metric} is above the limit of ${String(type.blast.max)}`
      : null;
  });

/** What was done to a target a moment ago is not done again before it could show an effect. */
export const cooldown: Rule = (candidates, { input }) =>
  dropping('cooldown', candidates, (candidate) => {
    const { cooldownDays } = actionTypes[candidate.actionType];
    const earliest = Date.parse(input.asOf) - cooldownDays * 86_400_000;
    const last = input.recent.find(
      (recent) =>
        recent.type === candidate.actionType && recent.target === candidate.target && Date.parse(recent.asOf) > earliest
    );
    return last === undefined
      ? null
      : `the same was asked for on ${last.asOf.slice(0, 10)}, less than ${String(cooldownDays)} days ago`;
  });
