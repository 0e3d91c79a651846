import { createLogger, listen, runService } from '@ai-cos/service-kit';
import { createApp } from './app.ts';
import { loadConfig } from './config/config.ts';
import { allVariables, readEnvironment } from './config/env.ts';
import { createContext } from './context.ts';
import { policyDifference } from './governance/policy-difference.ts';
import { defaultPolicy } from './governance/policy.ts';
import { unsatisfiableRules } from './governance/satisfiable.ts';

const log = createLogger('agent-runner');

await runService(log, async () => {
  const config = loadConfig(readEnvironment(), allVariables());
  const changes = policyDifference(defaultPolicy, config.policy);
  if (changes.length > 0) log.info({ changes }, 'the policy differs from the one that ships');
  const blocked = config.hasPeopleFile ? unsatisfiableRules(config.policy, config.company.people) : [];
  if (blocked.length > 0) log.warn({ blocked }, 'some requests could never be approved by the people of the company');
  const context = await createContext(config);
  await context.start();
  const server = await listen({ app: createApp(context), port: config.port, bind: config.bind });
  log.info(
    { url: server.url, company: config.company.name, simulated: config.company.simulated },
    'agent-runner listens'
  );
  return {
    async close() {
      await server.close();
      await context.close();
    },
  };
});
