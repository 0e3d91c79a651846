import { stackEnvironment } from '../config/env.ts';
import { openDemoCompany } from '../demo-run/demo-company.ts';
import { keepTime } from '../demo-run/keep-time.ts';
import { print } from '../print.ts';
import { bringUp } from '../start/up.ts';
import { stopSignal } from '../start/stop-signal.ts';

/** Everything up, one address, until Ctrl-C. */
export async function start(): Promise<number> {
  print('Starting AI-COS');
  const ended = stopSignal();
  const stack = await bringUp(stackEnvironment(), ended.signal);
  const { urls, isDemo, secretFiles } = stack.installation;
  print();
  print(`  ${urls.ui}`);
  print();
  print(
    isDemo
      ? 'AI-COS watches a simulated company: 20 seconds here are one of its days.'
      : 'AI-COS watches your company and proposes what to do when a KPI leaves its band.'
  );
  print(
    isDemo
      ? 'Next: open the address, then cause an incident with: npm run scenario -- stock-out'
      : 'Next: open the address and promote the first KPI from observe to alert in your company file.'
  );
  const stopKeeping = isDemo
    ? keepTime(urls.runner, openDemoCompany(urls.backoffice, secretFiles['backoffice-token']))
    : undefined;
  await ended.promise;
  stopKeeping?.();
  print();
  print('Stopping …');
  await stack.stop();
  print('Stopped; the data is kept.');
  return 0;
}
