import { mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEvent } from '../../../grafana-plugin/fixtures/factories/coordination.ts';
import { makeSimulation } from '../../../grafana-plugin/fixtures/factories/simulation.ts';
import { env } from './config/env.ts';
import { launchBrowser } from './browser.ts';
import { startFixtureConsole, type FixtureConsole } from './fixture-console.ts';
import { visit } from './visitor.ts';

/** Pictures of the documentation; AICOS_UPDATE_SCREENSHOTS=1 renews them, else they go to a temporary folder. */
const folder =
  env.AICOS_UPDATE_SCREENSHOTS === '1'
    ? join(import.meta.dirname, '..', '..', '..', 'docs', 'img')
    : mkdtempSync(join(tmpdir(), 'aicos-screenshots-'));

interface Picture {
  name: string;
  path: string;
  ready: (page: Page) => Promise<unknown>;
}

const pictures: readonly Picture[] = [
  { name: 'home', path: '/a/aicos-app/home', ready: (page) => page.getByText('Review and decide').first().waitFor() },
  {
    name: 'approval-panel',
    path: '/panels?panel=aicos-approval-panel&height=700',
    ready: (page) => page.getByText('Product 123 is sold out in 2 days').waitFor(),
  },
  {
    name: 'simulation',
    path: `/a/aicos-app/simulations/${makeSimulation(1).id}`,
    ready: (page) => page.locator('canvas').waitFor(),
  },
  {
    name: 'plan-graph',
    path: `/a/aicos-app/coordination/${makeEvent(1).id}`,
    ready: (page) => page.getByTestId('plan-graph').waitFor(),
  },
];

const smallestPictureBytes = 20_000;

let browser: Browser;
let host: FixtureConsole;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await launchBrowser();
  host = await startFixtureConsole();
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

describe('pictures for the documentation', () => {
  it.each(pictures)('$name', async ({ name, path, ready }) => {
    const file = join(folder, `${name}.png`);
    const visitor = await visit(browser, { base: host.base, persona: 'approver-a' });
    await visitor.open(path);
    await ready(visitor.page);

    await visitor.page.screenshot({ path: file });
    await visitor.close();

    expect(statSync(file).size).toBeGreaterThan(smallestPictureBytes);
  });
});
