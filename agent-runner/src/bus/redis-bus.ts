import type { Logger } from '@ai-cos/service-kit';
import { Redis } from 'ioredis';
import { CHANNEL, inProcessBus, type Bus, type BusMessage } from './bus.ts';

/** Tells other replicas over Redis. Redis absent, slow or flushed costs speed, never a message. */
export function redisBus({ url, log }: { url: string; log: Logger }): Bus {
  const local = inProcessBus();
  const options = { lazyConnect: false, maxRetriesPerRequest: 1, enableOfflineQueue: false } as const;
  const publisher = new Redis(url, options);
  const subscriber = new Redis(url, { ...options, enableOfflineQueue: true, maxRetriesPerRequest: null });
  for (const connection of [publisher, subscriber]) {
    connection.on('error', (error: Error) => {
      log.warn({ reason: error.message }, 'Redis is not available, messages go through the database');
    });
  }
  subscriber.subscribe(CHANNEL).catch((error: unknown) => {
    log.warn({ err: error }, 'Redis subscription failed');
  });
  subscriber.on('message', (_channel: string, text: string) => {
    const message = parse(text);
    if (message !== undefined) local.publish(message);
  });
  return {
    publish(message) {
      // Our own listeners must not depend on the round trip.
      local.publish(message);
      publisher.publish(CHANNEL, JSON.stringify(message)).catch((error: unknown) => {
        log.debug({ err: error }, 'Redis publication failed');
      });
    },
    subscribe: (listener) => local.subscribe(listener),
    async close() {
      publisher.disconnect();
      subscriber.disconnect();
      await local.close();
    },
  };
}

function parse(text: string): BusMessage | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'pubSeq' in value && typeof value.pubSeq === 'number') {
      return { pubSeq: value.pubSeq };
    }
  } catch {
    return undefined;
  }
  return undefined;
}
