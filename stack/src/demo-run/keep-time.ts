import { ActionSummary } from '@ai-cos/agent-runner/contract';
import { z } from 'zod';

import { wallNowSeconds } from '../os/wall-clock.ts';
import type { DemoCompany } from './demo-company.ts';

const EVERY_MS = 5_000;
/** Longer than the interval, so that the slow pace has no gaps. */
const URGENT_SECONDS = 12;
/** A person who has not decided within this time is not looking: the days go on as usual. */
const PATIENCE_SECONDS = 600;

/**
 * Keeps the time of the demo company: its days go on while somebody looks, and slow down while a fresh and urgent plan
 * waits for a person. Returns how to end it; a runner that does not answer changes nothing.
 */
export function keepTime(runnerUrl: string, company: DemoCompany): () => void {
  let busy = false;
  async function look(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      if (await urgentPlanWaits(runnerUrl)) await company.touch(URGENT_SECONDS);
      else if ((await watchers(runnerUrl)) > 0) await company.touch(0);
    } catch {
      // The supervisor reports a service that is down; time goes on without us.
    } finally {
      busy = false;
    }
  }
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

async function urgentPlanWaits(runnerUrl: string): Promise<boolean> {
  const answer = await fetch(`${runnerUrl}/api/ai-cos/actions?state=pending_approval&sort=urgency&limit=5`, {
    signal: AbortSignal.timeout(EVERY_MS),
  });
  if (!answer.ok) return false;
  const since = (wallNowSeconds() - PATIENCE_SECONDS) * 1_000;
  const waiting = z.array(ActionSummary).parse(await answer.json());
  return waiting.some(
    ({ priority, createdAt }) => (priority === 'high' || priority === 'critical') && Date.parse(createdAt) > since
  );
}

/** Pages that follow the live stream. */
async function watchers(runnerUrl: string): Promise<number> {
  const answer = await fetch(`${runnerUrl}/metrics`, { signal: AbortSignal.timeout(EVERY_MS) });
  const line = /^aicos_runner_stream_clients (\d+)/m.exec(await answer.text());
  return Number(line?.[1] ?? 0);
}
