import type { Db } from '@ai-cos/service-kit';
import { replayReader } from '../agents/company/recording-reader.ts';
import { capabilities } from '../agents/registry.ts';
import { makePlan } from './pipeline.ts';
import { planHash } from './plan-hash.ts';
import { loadRecording } from './repository.ts';
import { defaultOptions, type Draft } from './types.ts';

export interface Replay {
  readonly planId: string;
  readonly storedHash: string;
  readonly hash: string;
  readonly same: boolean;
  readonly draft: Draft;
}

/** Makes the last plan of an event again from what was recorded with it, without the company's database. */
export async function replayEvent(db: Db, eventId: string): Promise<Replay> {
  const recording = await loadRecording(db, eventId);
  if (recording === undefined) throw new Error(`event ${eventId} has no recorded plan`);
  const draft = await makePlan(recording.input, {
    company: replayReader(recording.recorded),
    capabilitiesOf: (agent) => capabilities[agent],
    analysisBudgetMs: 60_000,
    options: defaultOptions,
  });
  const hash = planHash(draft);
  return { planId: recording.planId, storedHash: recording.hash, hash, same: hash === recording.hash, draft };
}
