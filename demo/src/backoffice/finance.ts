import { DomainError } from '@ai-cos/service-kit';
import { Router } from 'express';
import { z } from 'zod';
import { readPending } from '../world/commands.ts';
import { moveLevers, type BackOffice } from './context.ts';
import { effectRoute } from './effect-route.ts';

/** Monthly amounts of the running cost lines; the departments spend what is set here. */
export function financeRouter(office: BackOffice): Router {
  const router = Router();
  router.get('/budgets', async (_request, response) => {
    const lines = await monthlyAmounts(office);
    response.json([...lines].map(([line, monthlyAmount]) => ({ ...splitLine(line), monthlyAmount, simulated: true })));
  });
  effectRoute(router, office, {
    path: '/budgets',
    body: z.strictObject({
      department: z.string().min(1),
      account: z.string().min(1),
      monthlyAmount: z.number().min(0).max(100_000_000),
    }),
    async run(db, { department, account, monthlyAmount }) {
      const lines = await monthlyAmounts(office);
      const previousAmount = lines.get(`${department}/${account}`);
      if (previousAmount === undefined) {
        throw new DomainError(
          'not_found',
          `There is no cost line ${department}/${account}; known are ${[...lines.keys()].join(', ')}.`,
          {
            status: 404,
          }
        );
      }
      await moveLevers(db, [{ kind: 'operating-budget', department, account, monthlyAmount }]);
      return { department, account, monthlyAmount, previousAmount };
    },
  });
  return router;
}

async function monthlyAmounts(office: BackOffice): Promise<Map<string, number>> {
  const lines = new Map(Object.entries(office.state().finance.monthly));
  for (const lever of (await readPending(office.reads)).levers) {
    if (lever.kind === 'operating-budget') lines.set(`${lever.department}/${lever.account}`, lever.monthlyAmount);
  }
  return lines;
}

function splitLine(line: string): { department: string; account: string } {
  const [department = line, account = ''] = line.split('/');
  return { department, account };
}
