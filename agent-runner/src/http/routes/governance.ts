import { Router, type Response } from 'express';
import { KillSwitchRequest, ModeRequest } from '../../contract/index.ts';
import type { Context } from '../../context.ts';
import { changeMode, type SettingsChange } from '../../governance/change-mode.ts';
import { engageKillSwitch, releaseKillSwitch } from '../../governance/kill-switch.ts';
import { adminOnly, maySwitch } from '../../governance/rights.ts';
import { actorName } from '../../identity/actor.ts';
import { killSwitchView, modeView } from '../../views/mode-view.ts';
import { actorOf, handle } from '../handler.ts';
import { assertRight } from '../rights.ts';

/** `GET|PUT /mode` and `GET|PUT /kill-switch` */
export function governanceRoutes(context: Context): Router {
  const { pool } = context;
  const router = Router();
  router.get(
    '/mode',
    handle(async (_request, response) => {
      response.json(await modeView(pool, await context.governance()));
    })
  );
  router.put(
    '/mode',
    handle(async (request, response) => {
      assertRight(adminOnly(actorOf(response), 'change the mode'));
      const { mode, reason } = ModeRequest.parse(request.body);
      await changeMode(context, mode, by(response, reason));
      response.json(await modeView(pool, await context.governance()));
    })
  );
  router.get(
    '/kill-switch',
    handle(async (_request, response) => {
      response.json(await killSwitchView(pool));
    })
  );
  router.put(
    '/kill-switch',
    handle(async (request, response) => {
      const { engaged, reason } = KillSwitchRequest.parse(request.body);
      assertRight(maySwitch(actorOf(response), engaged));
      await (engaged ? engageKillSwitch : releaseKillSwitch)(context, by(response, reason));
      response.json(await killSwitchView(pool));
    })
  );
  return router;
}

function by(response: Response, reason: string): SettingsChange {
  const actor = actorOf(response);
  return { reason, by: actorName(actor), route: actor.route };
}
