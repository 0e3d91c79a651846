import type { Db } from '@ai-cos/service-kit';
import type { Mode } from '../contract/index.ts';

export interface Settings {
  installation: string;
  restoreEpoch: number;
  mode: Mode;
  modeSinceAt: Date;
  modeBy: string;
  modeReason: string;
  killSwitch: boolean;
  killSwitchSinceAt: Date | null;
  killSwitchBy: string | null;
  killSwitchReason: string | null;
  breakerOpen: boolean;
  rowVersion: number;
}

export async function loadSettings(db: Db): Promise<Settings> {
  const { rows } = await db.query<Settings>(
    `SELECT installation, restore_epoch AS "restoreEpoch", mode, mode_since_at AS "modeSinceAt", mode_by AS "modeBy",
            mode_reason AS "modeReason", kill_switch AS "killSwitch", kill_switch_since_at AS "killSwitchSinceAt",
            kill_switch_by AS "killSwitchBy", kill_switch_reason AS "killSwitchReason",
            coalesce(breaker_open_until_at > clock_timestamp(), false) AS "breakerOpen", row_version AS "rowVersion"
       FROM ai_cos_settings`
  );
  const settings = rows[0];
  if (settings === undefined) throw new Error('ai_cos_settings is empty or invisible: is the claim of the pool set?');
  return settings;
}
