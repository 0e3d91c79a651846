import type { ActionState, RiskTier, Severity } from '@ai-cos/agent-runner/contract';
import type { Tone } from './Tag.tsx';

export const riskTones: Record<RiskTier, Tone> = { low: 'good', medium: 'info', high: 'warn', critical: 'bad' };

export const severityTones: Record<Severity, Tone> = { low: 'neutral', medium: 'info', high: 'warn', critical: 'bad' };

export const actionTones: Record<ActionState, Tone> = {
  proposed: 'neutral',
  simulated: 'info',
  pending_approval: 'info',
  approved: 'good',
  rejected: 'neutral',
  changes_requested: 'warn',
  superseded: 'neutral',
  expired: 'neutral',
  cancelled: 'neutral',
  executing: 'info',
  succeeded: 'good',
  failed: 'bad',
  unknown: 'warn',
  verified: 'good',
  ineffective: 'warn',
  harmful: 'bad',
  unverifiable: 'neutral',
  rolling_back: 'warn',
  rolled_back: 'neutral',
};

export const kpiStatusTones: Record<string, Tone> = {
  ok: 'good',
  warning: 'warn',
  critical: 'bad',
  undefined: 'neutral',
};

export const agentStateTones: Record<string, Tone> = { active: 'good', paused: 'warn', restricted: 'info' };
