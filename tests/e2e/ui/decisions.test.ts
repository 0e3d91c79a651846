import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pauseCampaign, restock, rollbackCheckout } from '../../../grafana-plugin/fixtures/actions.ts';
import { launchBrowser } from './browser.ts';
import { startFixtureConsole, type FixtureConsole } from './fixture-console.ts';
import { visit, type PersonaId, type Visitor } from './visitor.ts';

let browser: Browser;
let host: FixtureConsole;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  host = await startFixtureConsole();
});
afterEach(async () => {
  const problems = visitors.flatMap((visitor) => visitor.problems);
  await Promise.all(visitors.splice(0).map((visitor) => visitor.close()));
  await host.close();
  expect(problems).toEqual([]);
});

async function at(persona: PersonaId, path: string, size: { width?: number; height?: number } = {}): Promise<Visitor> {
  const visitor = await visit(browser, { base: host.base, persona, ...size });
  visitors.push(visitor);
  await visitor.open(path);
  return visitor;
}

const actionPath = (id: string) => `/a/aicos-app/actions/${id}`;
const button = ({ page }: Visitor, name: string) => page.getByRole('button', { name, exact: true });

async function approve(visitor: Visitor): Promise<void> {
  await button(visitor, 'Approve').click();
  await button(visitor, 'Approve now').click();
}

describe('deciding in the interface', () => {
  it('shows a viewer everything and lets nothing be decided, with the reason', async () => {
    const viewer = await at('viewer', actionPath(restock.id));

    await viewer.page.getByText('Product 123 is sold out in 2 days').waitFor();
    expect(await button(viewer, 'Approve').getAttribute('aria-disabled')).toBe('true');
    await viewer.page.getByText('the people file names nobody with your account').first().waitFor();
  });

  it('carries out what an approver approves and shows the receipt', async () => {
    const approver = await at('approver-a', actionPath(restock.id));

    await approve(approver);

    await approver.page.getByText('Carried out, verdict open').waitFor();
    await approver.page.getByText('erp carried out the order.').waitFor();
  });

  it('needs two different people for high risk', async () => {
    const action = host.runner.state.actions.get(rollbackCheckout.id);
    if (action === undefined) throw new Error('the fixture has no high-risk action');
    host.runner.state.actions.set(action.id, { ...action, approval: { ...action.approval, decisions: [] } });
    const first = await at('approver-a', actionPath(action.id));

    await approve(first);
    await first.page.getByText('you have already decided; a second person is needed').first().waitFor();
    const second = await at('approver-b', actionPath(action.id));
    await approve(second);

    await second.page.getByText('Carried out, verdict open').waitFor();
  });

  it('tells the second of two tabs who was faster', async () => {
    const slow = await at('approver-b', actionPath(restock.id));
    slow.expectStatus(409);
    await button(slow, 'Approve').click();
    const fast = await at('approver-a', actionPath(restock.id));
    await button(fast, 'Reject').click();
    await fast.page.getByRole('textbox').fill('the supplier is on strike');
    await button(fast, 'Reject now').click();
    await fast.page.getByText('Rejected', { exact: true }).first().waitFor();

    const send = button(slow, 'Approve now');
    if (await send.isVisible()) await send.click({ timeout: 2_000 }).catch(() => undefined);

    await slow.page
      .getByText(/Alex Approver/)
      .first()
      .waitFor();
    expect(await button(slow, 'Approve').count()).toBe(0);
    expect(host.runner.state.actions.get(restock.id)?.state).toBe('rejected');
  });

  it('takes no rejection without a reason', async () => {
    const approver = await at('approver-a', actionPath(pauseCampaign.id));

    await button(approver, 'Reject').click();
    const send = button(approver, 'Reject now');
    expect(await send.isDisabled()).toBe(true);
    await approver.page.getByRole('textbox').fill('the campaign ends tomorrow anyway');
    await send.click();

    await approver.page.getByText('Rejected', { exact: true }).first().waitFor();
  });

  it('fits a decision on one screen of a phone', async () => {
    const approver = await at('approver-a', actionPath(restock.id), { width: 390, height: 844 });

    const box = await button(approver, 'Approve').boundingBox();

    expect(box).not.toBeNull();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
  });

  it('opens the address an older message carries', async () => {
    const approver = await at('approver-a', `/a/aicos-app/approvals/${restock.id}`);

    await approver.page.getByRole('heading', { name: restock.title }).waitFor();
    expect(new URL(approver.page.url()).pathname).toBe(actionPath(restock.id));
  });

  it('says everywhere that the kill switch is engaged', async () => {
    const admin = await at('admin', '/a/aicos-app/settings');

    await button(admin, 'Stop everything').click();
    await admin.page.getByRole('textbox').fill('suspicious orders');
    await button(admin, 'Stop everything').click();
    await admin.page.getByText('Engaged: nothing new starts').waitFor();
    const viewer = await at('viewer', '/a/aicos-app/home');

    await viewer.page.getByText('The kill switch is engaged: nothing new is carried out').waitFor();
  });

  it('shows a viewer why the kill switch is not theirs', async () => {
    const viewer = await at('viewer', '/a/aicos-app/settings');

    expect(await button(viewer, 'Stop everything').getAttribute('aria-disabled')).toBe('true');
  });

  it('lists what would run without a person before the mode changes', async () => {
    const admin = await at('admin', '/a/aicos-app/settings');

    await admin.page.getByRole('radio', { name: 'Auto-drive' }).check({ force: true });
    await admin.page
      .getByTestId('would-run-alone')
      .getByText(/Raise budget/)
      .waitFor();
    await admin.page.getByRole('textbox').fill('trial for a week');
    await button(admin, 'Change to Auto-drive').click();

    await admin.page.getByText(/Now:\s*Auto-drive/).waitFor();
    expect(host.runner.state.mode.mode).toBe('auto-drive');
  });

  it('helps while the runner is away and recovers without a reload', async () => {
    const approver = await at('approver-a', '/a/aicos-app/home');
    await approver.page.getByText(restock.title).first().waitFor();
    approver.expectStatus(502);

    host.runner.pause();
    await approver.page
      .getByText(/Last known state/)
      .first()
      .waitFor({ timeout: 30_000 });
    host.runner.resume();

    await approver.page
      .getByText(/Last known state/)
      .first()
      .waitFor({ state: 'hidden', timeout: 30_000 });
  });

  it('shows a new state without being asked', async () => {
    const viewer = await at('viewer', actionPath(restock.id));
    await viewer.page.getByText('Waiting for a decision').first().waitFor();

    const action = host.runner.state.actions.get(restock.id);
    if (action !== undefined) host.runner.state.actions.set(action.id, { ...action, state: 'expired' });
    host.runner.publish('action');

    await viewer.page.getByText('Expired', { exact: true }).first().waitFor({ timeout: 5_000 });
    expect(await button(viewer, 'Approve').count()).toBe(0);
  });
});
