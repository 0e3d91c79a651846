import { join } from 'node:path';

import { places } from '../config/env.ts';
import { openDemoCompany, type ScenarioRequest } from '../demo-run/demo-company.ts';
import { findRunning } from '../installation/running.ts';
import { print } from '../print.ts';

/** Starts an incident in the demo company that `npm start` keeps up. */
export async function scenario(request: ScenarioRequest): Promise<number> {
  const { stateFolder } = places();
  const running = findRunning(join(stateFolder, 'run'));
  if (running === undefined) throw new Error('nothing runs yet: start AI-COS with npm start, then try again');
  if (!running.isDemo) throw new Error('scenarios disturb the simulated company only; AI-COS watches yours');
  const company = openDemoCompany(running.urls.backoffice, join(stateFolder, 'secrets', 'backoffice-token'));
  const drill = await company.startScenario(request);
  print(`Simulated incident: ${drill.title}, from ${drill.startsOn} on.`);
  print(
    `Expect ${drill.rootKpis.join(', ')} to leave its band after about ${drill.expected.detectionDays} business days.`
  );
  print(`Watch: ${running.urls.ui}`);
  return 0;
}
