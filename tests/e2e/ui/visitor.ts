import type { Browser, BrowserContext, Page } from 'playwright-core';

export type PersonaId = 'viewer' | 'approver-a' | 'approver-b' | 'admin';

export interface VisitOptions {
  base: string;
  persona: PersonaId;
  theme?: 'dark' | 'light';
  width?: number;
  height?: number;
}

export interface Visitor {
  page: Page;
  /** Errors of the page and answers of 400 and more that the test did not expect. */
  problems: string[];
  /** Answers with this status are part of what is tested. */
  expectStatus: (status: number) => void;
  open: (path: string) => Promise<void>;
  close: () => Promise<void>;
}

async function contextOf(browser: Browser, options: VisitOptions): Promise<BrowserContext> {
  const { base, persona, theme = 'dark', width = 1280, height = 800 } = options;
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addCookies([
    { name: 'aicos_console', value: persona, url: base },
    { name: 'aicos_theme', value: theme, url: base },
  ]);
  return context;
}

/** Somebody in a browser of their own, signed in at the console. */
export async function visit(browser: Browser, options: VisitOptions): Promise<Visitor> {
  const context = await contextOf(browser, options);
  const page = await context.newPage();
  const problems: string[] = [];
  const expected = new Set<number>();
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !expected.has(response.status()))
      problems.push(`${String(response.status())} ${response.url()}`);
  });
  return {
    page,
    problems,
    expectStatus: (status) => void expected.add(status),
    async open(path) {
      await page.goto(options.base + path, { waitUntil: 'domcontentloaded' });
      await page.waitForFunction(() => Reflect.get(window, 'aicosConsoleReady') === true);
    },
    close: () => context.close(),
  };
}
