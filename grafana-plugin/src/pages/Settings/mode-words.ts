import type { Mode } from '@ai-cos/agent-runner/contract';

/** What a mode does, in the words people decide by. */
export const modeWords: Record<Mode, { name: string; meaning: string }> = {
  assisted: { name: 'Assisted', meaning: 'Everything waits for people.' },
  safe: {
    name: 'Safe',
    meaning:
      'Actions classed safe (reversible, low risk, within the blast limit) run by themselves; everything else waits.',
  },
  'auto-drive': {
    name: 'Auto-drive',
    meaning: 'Also runs what has earned it: reversible, low risk, with a track record of verdicts.',
  },
  forecast: { name: 'Forecast', meaning: 'Nothing is carried out; actions are only simulated.' },
};

export const modeOrder: readonly Mode[] = ['forecast', 'assisted', 'safe', 'auto-drive'];
