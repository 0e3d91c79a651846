import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manyActions } from '../../../grafana-plugin/fixtures/actions.ts';
import { launchBrowser } from './browser.ts';
import { startFixtureConsole, wallMilliseconds, type FixtureConsole } from './fixture-console.ts';
import { createState } from './fixture-runner/state.ts';
import { visit } from './visitor.ts';

const count = 10_000;
const mostRowsInPage = 60;
/** Three pages of 100 rows, each at least 90 pixels high. */
const heightOfThreePages = 27_000;

let browser: Browser;
let host: FixtureConsole;

beforeAll(async () => {
  browser = await launchBrowser();
  host = await startFixtureConsole(createState(manyActions(count), wallMilliseconds));
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

describe('a storm of 10,000 actions', () => {
  it('keeps only the rows in sight in the page and reads on while scrolling', async () => {
    const approver = await visit(browser, { base: host.base, persona: 'approver-a' });
    await approver.open('/a/aicos-app/actions');
    const rows = approver.page.locator('[data-action-id]');
    await rows.first().waitFor();
    const list = approver.page.getByTestId('action-list');

    expect(await rows.count()).toBeLessThan(mostRowsInPage);
    const scrollOn = () =>
      list.evaluate((element) => {
        element.scrollTo(0, element.scrollHeight);
        return element.scrollHeight;
      });
    await expect.poll(scrollOn, { timeout: 30_000 }).toBeGreaterThan(heightOfThreePages);

    expect(await rows.count()).toBeLessThan(mostRowsInPage);
    expect(approver.problems).toEqual([]);
    await approver.close();
  });
});
