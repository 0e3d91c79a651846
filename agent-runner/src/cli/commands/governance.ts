import type { Command } from 'commander';
import type { CliEnvironment } from '../../config/env.ts';
import { KillSwitchView, modes, ModeView, type Mode } from '../../contract/index.ts';
import { apiClient } from '../api-client.ts';
import { print } from '../print.ts';

export function addGovernance(program: Command, env: CliEnvironment): void {
  program
    .command('mode [mode]')
    .description(`show or change the mode (${modes.join(', ')})`)
    .option('--reason <reason>', 'why', 'changed on the command line')
    .option('--yes', 'change it without listing what will then run alone first')
    .action(async (mode: Mode | undefined, { reason, yes }: { reason: string; yes?: boolean }) => {
      const api = apiClient(env);
      const now = await api.get('/mode', ModeView);
      if (mode === undefined) {
        print(`${now.mode} since ${now.since} (${now.changedBy}: ${now.reason})`);
        return;
      }
      if (!modes.includes(mode)) throw new Error(`There is no mode "${mode}"; use ${modes.join(', ')}.`);
      const alone = now.wouldRunAlone[mode];
      print(
        alone.length === 0 ? `In ${mode} nothing runs without a person.` : `In ${mode} these run without a person:`
      );
      for (const { actionType, why } of alone) print(`  ${actionType}: ${why}`);
      if (yes !== true && alone.length > 0) {
        print('Add --yes to change the mode.');
        return;
      }
      print(`Mode is ${(await api.send('PUT', '/mode', { mode, reason }, ModeView)).mode} now.`);
    });
  program
    .command('kill-switch <state>')
    .description('on stops everything that has not begun, off releases it')
    .requiredOption('--reason <reason>', 'why')
    .action(async (state: string, { reason }: { reason: string }) => {
      if (state !== 'on' && state !== 'off') throw new Error('Say on or off.');
      const view = await apiClient(env).send(
        'PUT',
        '/kill-switch',
        { engaged: state === 'on', reason },
        KillSwitchView
      );
      print(view.engaged ? 'Stopped: nothing new starts.' : 'Released.');
    });
}
