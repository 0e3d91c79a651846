import { createLogger, runService } from '@ai-cos/service-kit';
import { startExporters } from './app.ts';
import { loadConfig } from './config/config.ts';
import { processEnvironment } from './config/env.ts';

const log = createLogger('exporters');

await runService(log, async () => {
  const exporters = await startExporters(loadConfig(processEnvironment()), log);
  log.info({ url: exporters.url }, 'serving KPIs');
  return exporters;
});
