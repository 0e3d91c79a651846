import { EventEmitter } from 'node:events';

/** The founding guide's channel. */
export const CHANNEL = 'ai-cos:orchestration';

/** A hint that something was published up to this number; listeners read the rest from the database. */
export interface BusMessage {
  pubSeq: number;
}

/** Lossy by design: replay from the outbox restores order and completeness. */
export interface Bus {
  publish(message: BusMessage): void;
  subscribe(listener: (message: BusMessage) => void): () => void;
  close(): Promise<void>;
}

export function inProcessBus(): Bus {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    publish: (message) => void emitter.emit(CHANNEL, message),
    subscribe(listener) {
      emitter.on(CHANNEL, listener);
      return () => void emitter.off(CHANNEL, listener);
    },
    close() {
      emitter.removeAllListeners();
      return Promise.resolve();
    },
  };
}
