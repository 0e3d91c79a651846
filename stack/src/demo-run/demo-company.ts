import { readFileSync } from 'node:fs';

import { z } from 'zod';

/** What the demo company tells about a scenario it has just started. */
export const Drill = z.object({
  scenario: z.string(),
  title: z.string(),
  startsOn: z.string(),
  rootKpis: z.array(z.string()).min(1),
  symptoms: z.array(z.string()),
  cures: z.array(z.string()),
  expected: z.object({ detectionDays: z.number(), recoveryDays: z.number() }),
});
export type Drill = z.infer<typeof Drill>;

export type ScenarioRequest = { name: string; seed: number; set: Readonly<Record<string, string>> };

export type DemoCompany = {
  startScenario: (request: ScenarioRequest) => Promise<Drill>;
  /** Somebody is watching: the simulated days go on, slowly for so many wall seconds while a plan is urgent. */
  touch: (urgentSeconds: number) => Promise<void>;
};

/** The demo company's own door, opened with the token of its back office. */
export function openDemoCompany(backofficeUrl: string, tokenFile: string): DemoCompany {
  const authorization = `Bearer ${readFileSync(tokenFile, 'utf8').trim()}`;
  async function post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(backofficeUrl + path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    const answer = (await response.json()) as { detail?: string };
    if (!response.ok) throw new Error(answer.detail ?? `${path} answered ${response.status}`);
    return answer;
  }
  return {
    startScenario: async ({ name, seed, set }) => Drill.parse(await post(`/scenarios/${name}`, { seed, set })),
    touch: async (urgentSeconds) => {
      await post('/clock/touch', { urgentSeconds });
    },
  };
}
