import { DomainError } from '@ai-cos/service-kit';
import { Router } from 'express';
import { z } from 'zod';
import { campaignRecords } from '../twin/initial/campaigns.ts';
import { readPending } from '../world/commands.ts';
import { moveLevers, type BackOffice } from './context.ts';
import { effectRoute } from './effect-route.ts';
import { idOf, knownCampaign } from './known.ts';

export interface CampaignView {
  id: number;
  name: string;
  channel: string;
  status: 'active' | 'paused';
  dailyBudgetAmount: number;
  simulated: true;
}

/** The advertising account: always-on campaigns with a daily budget. */
export function adsRouter(office: BackOffice): Router {
  const router = Router();
  router.get('/campaigns', async (_request, response) => {
    response.json(await campaigns(office));
  });
  router.get('/campaigns/:id', async (request, response) => {
    response.json(await campaign(office, idOf(request.params.id)));
  });
  effectRoute(router, office, {
    path: '/campaigns/:id/budget',
    body: z.strictObject({ dailyBudgetAmount: z.number().min(0).max(100_000) }),
    async run(db, { dailyBudgetAmount }, params) {
      const before = await campaign(office, idOf(params['id']));
      await moveLevers(db, [{ kind: 'ad-budget', campaignId: before.id, dailyBudget: dailyBudgetAmount }]);
      return { ...before, dailyBudgetAmount, previousAmount: before.dailyBudgetAmount };
    },
  });
  for (const [path, paused] of [
    ['/campaigns/:id/pause', true],
    ['/campaigns/:id/resume', false],
  ] as const) {
    effectRoute(router, office, {
      path,
      body: z.strictObject({}),
      async run(db, _body, params) {
        const before = await campaign(office, idOf(params['id']));
        await moveLevers(db, [{ kind: 'campaign-paused', campaignId: before.id, paused }]);
        return { ...before, status: paused ? 'paused' : 'active', previousStatus: before.status };
      },
    });
  }
  effectRoute(router, office, {
    path: '/budget-shifts',
    body: z.strictObject({
      fromCampaignId: z.number().int().positive(),
      toCampaignId: z.number().int().positive(),
      dailyAmount: z.number().positive(),
    }),
    async run(db, { fromCampaignId, toCampaignId, dailyAmount }) {
      const [from, to] = [await campaign(office, fromCampaignId), await campaign(office, toCampaignId)];
      if (from.dailyBudgetAmount < dailyAmount) {
        throw new DomainError(
          'budget_too_small',
          `Campaign ${String(from.id)} spends ${String(from.dailyBudgetAmount)} a day; ${String(dailyAmount)} cannot be taken from it.`
        );
      }
      const dailyBudgets = { from: from.dailyBudgetAmount - dailyAmount, to: to.dailyBudgetAmount + dailyAmount };
      await moveLevers(db, [
        { kind: 'ad-budget', campaignId: from.id, dailyBudget: dailyBudgets.from },
        { kind: 'ad-budget', campaignId: to.id, dailyBudget: dailyBudgets.to },
      ]);
      return { fromCampaignId, toCampaignId, dailyAmount, dailyBudgets };
    },
  });
  return router;
}

async function campaigns(office: BackOffice): Promise<CampaignView[]> {
  const views = office.state().campaigns.map((entry): CampaignView => ({
    id: entry.id,
    name: campaignRecords[entry.id - 1]?.name ?? '',
    channel: entry.channel,
    status: entry.paused ? 'paused' : 'active',
    dailyBudgetAmount: entry.dailyBudget,
    simulated: true,
  }));
  // What was ordered today counts here at once and in the company from tomorrow on.
  for (const lever of (await readPending(office.reads)).levers) {
    if (lever.kind !== 'ad-budget' && lever.kind !== 'campaign-paused') continue;
    const view = views[lever.campaignId - 1];
    if (view === undefined) continue;
    if (lever.kind === 'ad-budget') view.dailyBudgetAmount = lever.dailyBudget;
    else view.status = lever.paused ? 'paused' : 'active';
  }
  return views;
}

async function campaign(office: BackOffice, id: number): Promise<CampaignView> {
  const { id: known } = knownCampaign(office.state(), id);
  const view = (await campaigns(office))[known - 1];
  if (view === undefined) throw new RangeError(`campaign ${String(id)} is known but not listed`);
  return view;
}
