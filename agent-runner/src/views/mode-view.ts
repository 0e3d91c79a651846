import { actionTypeIds, actionTypes } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { Governance } from '../actions/propose.ts';
import type { KillSwitchView, Mode, ModeView } from '../contract/index.ts';
import { whyNotAlone } from '../governance/autonomy.ts';
import { loadSettings } from '../governance/settings.ts';

export async function modeView(db: Db, governance: Governance): Promise<ModeView> {
  const settings = await loadSettings(db);
  const { rows } = await db.query<{ mode: Mode; at: Date; by: string; reason: string }>(
    'SELECT mode, at, by, reason FROM ai_cos_mode_history ORDER BY id DESC LIMIT 100'
  );
  return {
    mode: settings.mode,
    since: settings.modeSinceAt.toISOString(),
    changedBy: settings.modeBy,
    reason: settings.modeReason,
    wouldRunAlone: {
      safe: runningAlone(governance, 'safe'),
      assisted: [],
      'auto-drive': runningAlone(governance, 'auto-drive'),
      forecast: [],
    },
    history: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
  };
}

/** Kinds of action that would run without a person at their base risk, and by whose record. */
function runningAlone(governance: Governance, mode: 'safe' | 'auto-drive'): ModeView['wouldRunAlone'][Mode] {
  const found: ModeView['wouldRunAlone'][Mode] = [];
  for (const type of actionTypeIds) {
    const { agents, baseRisk } = actionTypes[type];
    const by = agents.filter(
      (agent) =>
        whyNotAlone(
          {
            mode,
            type,
            risk: baseRisk,
            amount: 0,
            boardObjection: false,
            trust: governance.trustOf(agent, type),
            breakerOpen: governance.breakerOpen,
          },
          governance.policy
        ) === null
    );
    if (by.length === 0) continue;
    const why = mode === 'safe' ? 'reversible and of low risk' : `trust earned by ${by.join(', ')}`;
    found.push({ actionType: type, why });
  }
  return found;
}

export async function killSwitchView(db: Db): Promise<KillSwitchView> {
  const { killSwitch, killSwitchSinceAt, killSwitchBy, killSwitchReason } = await loadSettings(db);
  return {
    engaged: killSwitch,
    since: killSwitchSinceAt?.toISOString() ?? null,
    by: killSwitchBy,
    reason: killSwitchReason,
  };
}
