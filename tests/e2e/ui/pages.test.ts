import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restock } from '../../../grafana-plugin/fixtures/actions.ts';
import { makeEvent } from '../../../grafana-plugin/fixtures/factories/coordination.ts';
import { makeSimulation } from '../../../grafana-plugin/fixtures/factories/simulation.ts';
import { launchBrowser } from './browser.ts';
import { startFixtureConsole, type FixtureConsole } from './fixture-console.ts';
import { visit } from './visitor.ts';

const app = '/a/aicos-app';

/** Every page and panel, with a text that shows when it has its data. */
const pages: ReadonlyArray<[name: string, path: string, text: string]> = [
  ['home', `${app}/home`, 'What it did and whether it worked'],
  ['actions', `${app}/actions`, restock.title],
  ['action', `${app}/actions/${restock.id}`, 'Product 123 is sold out in 2 days'],
  ['health', `${app}/health`, 'Cart abandonment'],
  ['kpis', `${app}/kpis`, '40 of 40'],
  ['kpi', `${app}/kpis/cart_abandonment`, 'Trend'],
  ['coordination', `${app}/coordination`, 'Checkout four times slower since release 2026.44'],
  ['event', `${app}/coordination/${makeEvent(1).id}`, 'Who stayed silent, and why (22)'],
  ['simulations', `${app}/simulations`, 'Prices up 8 %'],
  ['new simulation', `${app}/simulations/new?kpi=gross_margin`, 'Run simulation'],
  ['simulation', `${app}/simulations/${makeSimulation(1).id}`, 'What the spread of Gross margin comes from'],
  ['squads', `${app}/squads`, 'Operations excellence'],
  ['squad', `${app}/squads/ecommerce`, 'Track record'],
  ['agents', `${app}/agents`, 'Keeps the code healthy and pages fast.'],
  ['agent', `${app}/agents/ia-cmo`, 'Earned trust'],
  ['settings', `${app}/settings`, 'Ada Admin'],
  ['configuration', '/plugins/aicos-app', 'Test connection'],
  ['approval panel', '/panels?panel=aicos-approval-panel', restock.title],
  ['simulation panel', '/panels?panel=aicos-simulation-panel', 'Run simulation'],
  ['squad panel', '/panels?panel=aicos-squad-panel', 'Operations excellence'],
];

let browser: Browser;
let host: FixtureConsole;

beforeAll(async () => {
  browser = await launchBrowser();
  host = await startFixtureConsole();
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface AxeNode {
  target: string[];
  failureSummary?: string;
}

interface AxeViolation {
  id: string;
  impact: string | null;
  nodes: AxeNode[];
}

/** Serious and critical findings of axe, one line each. */
async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axeSource });
  const violations = await page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe') as { run: (root: Element) => Promise<{ violations: AxeViolation[] }> };
    return (await axe.run(document.querySelector('main') ?? document.body)).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

describe.each(['dark', 'light'] as const)('every page in the %s theme', (theme) => {
  it.each(pages)('%s has its data, no error and no serious accessibility problem', async (_name, path, text) => {
    const admin = await visit(browser, { base: host.base, persona: 'admin', theme });
    await admin.open(path);
    await admin.page.getByText(text).first().waitFor();

    const found = await accessibilityProblems(admin.page);
    await admin.close();

    expect(found).toEqual([]);
    expect(admin.problems).toEqual([]);
  });
});

describe.each([390, 1000, 1600])('at %d px', (width) => {
  it.each(pages)('%s does not scroll sideways', async (_name, path, text) => {
    const visitor = await visit(browser, { base: host.base, persona: 'approver-a', width, height: 600 });
    await visitor.open(path);
    await visitor.page.getByText(text).first().waitFor();

    const overflow = await visitor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await visitor.close();

    expect(overflow).toBeLessThanOrEqual(0);
  });
});
