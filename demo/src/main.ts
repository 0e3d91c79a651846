import { createLogger, runService } from '@ai-cos/service-kit';
import { readEnv } from './config/env.ts';
import { startDemoService } from './service/demo-service.ts';

const log = createLogger('demo');
await runService(log, () => startDemoService(readEnv(), log));
