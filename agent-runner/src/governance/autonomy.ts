import { actionTypes, type ActionTypeId } from '@ai-cos/catalog';
import type { Mode } from '../contract/index.ts';
import type { Policy } from './policy.ts';

/** What an agent has earned with one type of action: null, or why it has not (or no longer) earned to act alone. */
export interface EarnedTrust {
  whyNot: string | null;
}

export interface AutonomyInput {
  mode: Mode;
  type: ActionTypeId;
  risk: number;
  amount: number;
  boardObjection: boolean;
  trust: EarnedTrust;
  breakerOpen: boolean;
}

/** Why an action needs a person, or null when mode and policy let it run alone. */
export function whyNotAlone(input: AutonomyInput, policy: Policy): string | null {
  const { mode, type } = input;
  if (mode === 'assisted') return 'in assisted mode everything waits for people';
  if (mode === 'forecast') return 'in forecast mode nothing is executed';
  return limitReached(input, policy) ?? (mode === 'safe' ? null : trustMissing(input)) ?? ofType(mode, type);
}

function limitReached({ mode, type, risk, amount, boardObjection }: AutonomyInput, policy: Policy): string | null {
  const { reversible } = actionTypes[type];
  const maxRisk = mode === 'safe' ? policy.alone.maxRiskSafe : policy.alone.maxRiskAutoDrive;
  if (policy.alone.never.includes(type)) return 'the policy keeps this kind of action for people';
  if (reversible === 'no') return 'it cannot be undone';
  if (mode === 'safe' && reversible !== 'yes') return 'only a compensation, no exact way back exists';
  if (risk > maxRisk) return `its risk ${String(risk)} is above ${String(maxRisk)}`;
  if (amount > policy.alone.maxAmount) return `it commits more than ${String(policy.alone.maxAmount)}`;
  return boardObjection ? 'the board objects' : null;
}

function trustMissing({ trust, breakerOpen }: AutonomyInput): string | null {
  return breakerOpen ? 'the circuit breaker is open after recent failures' : trust.whyNot;
}

function ofType(mode: 'safe' | 'auto-drive', type: ActionTypeId): string | null {
  return actionTypes[type].modes.includes(mode) ? null : `its record does not allow ${mode}`;
}
