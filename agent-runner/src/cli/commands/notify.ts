import { kpis } from '@ai-cos/catalog';
import { Option, type Command } from 'commander';
import type { CliEnvironment } from '../../config/env.ts';
import { HealthBoard } from '../../contract/index.ts';
import { sendToSlack } from '../../notify/slack.ts';
import { apiClient } from '../api-client.ts';
import { print } from '../print.ts';

export function addNotify(program: Command, env: CliEnvironment): void {
  program
    .command('notify')
    .description('tell a channel which KPIs are critical')
    .addOption(new Option('--channel <channel>', 'where to').choices(['slack', 'print']).default('print'))
    .action(async ({ channel }: { channel: string }) => {
      const text = textOf(await apiClient(env).get('/health-board', HealthBoard));
      if (channel === 'print') {
        print(text);
        return;
      }
      if (env.SLACK_WEBHOOK_URL === undefined) throw new Error('Set SLACK_WEBHOOK_URL to send to Slack.');
      await sendToSlack(env.SLACK_WEBHOOK_URL, text);
      print('sent');
    });
}

function textOf({ kpis: views, asOf, simulated }: HealthBoard): string {
  const critical = views.filter(({ status }) => status === 'critical');
  const lines = critical.map(
    ({ id, label, value, thresholds }) =>
      `${label}: ${value === null ? 'undefined' : value.toFixed(kpis[id].decimals)} (target ${String(thresholds.target)})`
  );
  const company = simulated ? ' of the simulated company' : '';
  const heading = `${String(critical.length)} critical KPIs${company} as of ${asOf}`;
  return [heading, ...lines].join('\n');
}
