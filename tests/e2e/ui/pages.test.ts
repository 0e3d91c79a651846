import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restock } from '../../../grafana-plugin/fixtures/actions.ts';
import { makeEvent } from '../../../grafana-plugin/fixtures/factories/coordination.ts';
import { makeSimulation } from '../../../grafana-plugin/fixtures/factories/simulation.ts';
import { launchBrowser } from './browser.ts';
import { startFixtureConsole, type FixtureConsole } from './fixture-console.ts';
import { visit, type Visitor } from './visitor.ts';

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

const widths = [390, 1000, 1600];

/** Pixels beyond the right edge, once the page has followed the new width. */
async function settledOverflow(page: Page): Promise<number> {
  const overflow = () => document.documentElement.scrollWidth - window.innerWidth;
  for (let frame = 0; frame < 30 && (await page.evaluate(overflow)) > 0; frame += 1) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return page.evaluate(overflow);
}

/** How far the page scrolls sideways at each width, in pixels. */
async function sidewaysScroll(page: Page): Promise<Record<number, number>> {
  const found: Record<number, number> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: 600 });
    found[width] = await settledOverflow(page);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  return found;
}

describe.each(['dark', 'light'] as const)('every page in the %s theme', (theme) => {
  let admin: Visitor;

  beforeAll(async () => {
    admin = await visit(browser, { base: host.base, persona: 'admin', theme });
  });
  afterAll(() => admin.close());

  it.each(pages)('%s has its data, fits every width and is accessible', async (_name, path, text) => {
    await admin.open(path);
    await admin.page.getByText(text).first().waitFor();

    const inaccessible = await accessibilityProblems(admin.page);
    const sideways = await sidewaysScroll(admin.page);

    expect(inaccessible).toEqual([]);
    expect(sideways).toEqual({ 390: 0, 1000: 0, 1600: 0 });
    expect(admin.problems.splice(0)).toEqual([]);
  });
});
