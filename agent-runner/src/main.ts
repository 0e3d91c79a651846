import { createLogger, listen, runService } from '@ai-cos/service-kit';
import { createApp } from './app.ts';
import { loadConfig } from './config/config.ts';
import { allVariables, readEnvironment } from './config/env.ts';
import { createContext } from './context.ts';

const log = createLogger('agent-runner');

await runService(log, async () => {
  const config = loadConfig(readEnvironment(), allVariables());
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
