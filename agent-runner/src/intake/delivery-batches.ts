import type { Db } from '@ai-cos/service-kit';
import type { WebhookAnswer } from '../contract/index.ts';
import { acceptDeliveries, acceptDelivery, type Delivery } from './accept.ts';

/** Statements in flight: enough for the database to commit in groups, few enough that a burst gathers behind them. */
const MAX_STATEMENTS = 6;
const MAX_DELIVERIES = 100;
/** Alerts of one statement; a single larger delivery goes alone. */
const MAX_ROWS = 500;

interface Waiting {
  delivery: Delivery;
  resolve: (answer: WebhookAnswer) => void;
  reject: (error: unknown) => void;
}

/**
 * Stores deliveries, several per statement while the database is busy. Each caller waits for its own commit; where one
 * statement fails, each of its deliveries is tried alone, so that a bad one takes nobody with it.
 */
export function createDeliveryBatches(db: Db): { store(delivery: Delivery): Promise<WebhookAnswer> } {
  const queue: Waiting[] = [];
  let running = 0;

  async function flush(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await acceptDeliveries(
        db,
        batch.map(({ delivery }) => delivery)
      );
      for (const [index, { resolve }] of batch.entries()) {
        resolve(answers[index] ?? { accepted: 0, repeated: 0, quarantined: 0 });
      }
    } catch (error) {
      const [first, ...others] = batch;
      if (others.length === 0) first?.reject(error);
      else await Promise.all(batch.map((waiting) => alone(waiting)));
    }
  }
  async function alone({ delivery, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve(await acceptDelivery(db, delivery));
    } catch (error) {
      reject(error);
    }
  }
  function pump(): void {
    while (running < MAX_STATEMENTS && queue.length > 0) {
      running += 1;
      void flush(nextBatch(queue)).finally(() => {
        running -= 1;
        pump();
      });
    }
  }
  return {
    store: (delivery) =>
      new Promise((resolve, reject) => {
        queue.push({ delivery, resolve, reject });
        pump();
      }),
  };
}

function nextBatch(queue: Waiting[]): Waiting[] {
  let rows = 0;
  let count = 0;
  for (const { delivery } of queue) {
    rows += delivery.rows.length;
    if (count > 0 && (rows > MAX_ROWS || count === MAX_DELIVERIES)) break;
    count += 1;
  }
  return queue.splice(0, count);
}
