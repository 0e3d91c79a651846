import type { Logger } from './logger.ts';

export interface Service {
  close(): Promise<void>;
}

/** Runs a service until SIGINT or SIGTERM, closes it once, and ends the process; a failing start ends it with 1. */
export async function runService(log: Logger, start: () => Promise<Service>): Promise<void> {
  let service: Service;
  try {
    service = await start();
  } catch (error) {
    log.fatal({ err: error }, error instanceof Error ? error.message : 'start failed');
    process.exitCode = 1;
    // Timers and pools of a half-started service must not keep the process alive.
    setTimeout(() => process.exit(1), 100).unref();
    return;
  }
  let closing = false;
  const stop = (signal: string): void => {
    if (closing) return;
    closing = true;
    log.info({ signal }, 'stopping');
    service.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      }
    );
  };
  process.on('SIGINT', () => {
    stop('SIGINT');
  });
  process.on('SIGTERM', () => {
    stop('SIGTERM');
  });
}
