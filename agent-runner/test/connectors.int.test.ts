import { actionTypes, type ActionTypeId } from '@ai-cos/catalog';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAnnotationConnector } from '../src/connectors/annotation-connector.ts';
import { createChatConnector } from '../src/connectors/chat-connector.ts';
import type { Connector, EffectRequest } from '../src/connectors/connector.ts';
import type { EgressPolicy } from '../src/connectors/egress.ts';
import { createEmailConnector } from '../src/connectors/email-connector.ts';
import { createIssueConnector, type IssueTracker } from '../src/connectors/issue-connector.ts';
import { httpStandIn, type Answer, type Exchange, type StandIn } from './_harness/http-stand-in.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function standIn(answer: (request: Exchange) => Answer): Promise<StandIn> {
  const server = await httpStandIn(answer);
  open.push(server);
  return server;
}

const toLoopback = (url: string): EgressPolicy => ({ allowedOrigins: [url], internalOrigins: [url] });

function effect(type: ActionTypeId, parameters: Record<string, unknown>, timeoutMs = 2_000): EffectRequest {
  return {
    actionId: 'a1',
    type: actionTypes[type],
    title: 'Two packages have critical findings',
    description: 'Found by ia-ciso.\nAsk @everyone',
    parameters,
    key: 'k'.repeat(64),
    signal: AbortSignal.timeout(timeoutMs),
  };
}

/** What the trackers' published schemas demand of a new issue. */
const newIssue = {
  github: z.strictObject({ title: z.string().min(1), body: z.string(), labels: z.array(z.string()) }),
  gitlab: z.strictObject({ title: z.string().min(1).max(255), description: z.string(), labels: z.string() }),
};

const trackers = {
  github: (url: string): IssueTracker => ({ kind: 'github', url, repository: 'shop/web', token: 't' }),
  gitlab: (url: string): IssueTracker => ({ kind: 'gitlab', url, project: 'shop/web', token: 't' }),
};

describe.each(['github', 'gitlab'] as const)('the issue connector on %s', (kind) => {
  const issue = effect('work.issue', { title: 'x', body: '```js\nalert(1)', labels: [] });

  async function tracker(options: { loseAnswer?: boolean } = {}): Promise<{ connector: Connector; server: StandIn }> {
    const issues: Record<string, unknown>[] = [];
    const server = await standIn(({ method, body }) => {
      if (method === 'GET') return { status: 200, body: issues };
      const parsed = newIssue[kind].safeParse(body);
      if (!parsed.success) return { status: 422, body: parsed.error.issues };
      issues.unshift({ ...parsed.data, html_url: 'https://tracker/1', web_url: 'https://tracker/1' });
      return options.loseAnswer === true ? 'hang' : { status: 201, body: issues[0] };
    });
    return { server, connector: createIssueConnector(trackers[kind](server.url), toLoopback(server.url)) };
  }

  it('opens an issue the API accepts and returns its address', async () => {
    const { connector } = await tracker();

    expect(await connector.call(issue)).toMatchObject({ kind: 'done', reference: 'https://tracker/1' });
  });

  it('mentions nobody and closes no code block with text from a finding', async () => {
    const { connector, server } = await tracker();
    await connector.call(issue);

    const text = JSON.stringify(server.seen[0]?.body);
    expect(text).not.toMatch(/@everyone/);
    expect(text.match(/```/g)).toHaveLength(2);
  });

  it('finds the issue by its key when the answer was lost', async () => {
    const { connector } = await tracker({ loseAnswer: true });
    const lost = { ...issue, signal: AbortSignal.timeout(200) };

    expect((await connector.call(lost)).kind).toBe('unclear');
    expect(await connector.lookup({ ...issue, signal: AbortSignal.timeout(2_000) })).toMatchObject({
      kind: 'applied',
      reference: 'https://tracker/1',
    });
  });
});

describe('the chat connector', () => {
  const message = effect('work.message', { channel: '#ops', message: 'Stock <!channel> & more' });

  it('posts to Slack without control characters', async () => {
    const server = await standIn(() => ({ status: 200, body: 'ok' }));
    const connector = createChatConnector({ kind: 'slack', url: `${server.url}/hook` }, toLoopback(server.url));

    expect((await connector.call(message)).kind).toBe('done');
    expect(server.seen[0]?.body).toEqual({ text: 'Stock &lt;!channel&gt; &amp; more' });
  });

  it.each([
    [429, 'retry'],
    [503, 'retry'],
    [500, 'unclear'],
    [404, 'refused'],
  ])('classifies an answer of %i as %s', async (status, kind) => {
    const server = await standIn(() => ({ status, body: 'no' }));
    const connector = createChatConnector({ kind: 'slack', url: `${server.url}/hook` }, toLoopback(server.url));

    expect((await connector.call(message)).kind).toBe(kind);
  });

  it('leaves a post nobody can ask about to a person', async () => {
    const connector = createChatConnector(
      { kind: 'webhook', url: 'https://chat.example/hook' },
      toLoopback('https://chat.example')
    );

    expect(connector.honoursKey).toBe(false);
    expect((await connector.lookup(message)).kind).toBe('cannot-tell');
  });
});

describe('the annotation connector', () => {
  it('marks once and finds its mark by the key', async () => {
    const marks: { id: number; tags: string[] }[] = [];
    const server = await standIn(({ method, path, body }) => {
      if (method === 'POST') {
        marks.push({ id: 7, tags: z.object({ tags: z.array(z.string()) }).parse(body).tags });
        return { status: 200, body: { id: 7, message: 'Annotation added' } };
      }
      const tag = new URL(path, server.url).searchParams.get('tags') ?? '';
      return { status: 200, body: marks.filter(({ tags }) => tags.includes(tag)) };
    });
    const connector = createAnnotationConnector({ url: server.url, token: 't' }, toLoopback(server.url));
    const mark = effect('work.annotation', { message: 'Order placed', tags: ['stock'] });

    expect(await connector.lookup(mark)).toEqual({ kind: 'absent' });
    expect(await connector.call(mark)).toMatchObject({ kind: 'done', reference: '7' });
    expect(await connector.lookup(mark)).toMatchObject({ kind: 'applied', reference: '7' });
  });
});

describe('the e-mail connector', () => {
  async function mailServer(answer?: Error & { responseCode?: number }): Promise<{ smtp: string; mails: string[] }> {
    const mails: string[] = [];
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (_, __, done) => {
        done(answer);
      },
      onData(stream, _, done) {
        let mail = '';
        stream.on('data', (chunk: Buffer) => (mail += chunk.toString('utf8')));
        stream.on('end', () => {
          mails.push(mail);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push({ close: () => new Promise((resolve) => server.close(resolve)) });
    return { smtp: `smtp://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`, mails };
  }
  const mail = effect('work.message', { channel: 'ops', message: 'Please look' });
  const settings = (smtp: string): Parameters<typeof createEmailConnector>[0] => ({
    smtp,
    from: 'ai-cos@example.com',
    to: ['ops@example.com'],
  });

  it('sends one mail that carries the key, its subject on one line', async () => {
    const { smtp, mails } = await mailServer();

    const sent = await createEmailConnector(settings(smtp)).call({ ...mail, title: 'Stock\r\nBcc: all@example.com' });

    expect(sent.kind).toBe('done');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain(`<${mail.key}@ai-cos>`);
    expect(mails[0]).not.toMatch(/^Bcc:/m);
  });

  it('tries again later when the server asks for it, and not when it refuses', async () => {
    const busy = await mailServer(Object.assign(new Error('try later'), { responseCode: 451 }));
    const refusing = await mailServer(Object.assign(new Error('unknown user'), { responseCode: 550 }));

    expect((await createEmailConnector(settings(busy.smtp)).call(mail)).kind).toBe('retry');
    expect((await createEmailConnector(settings(refusing.smtp)).call(mail)).kind).toBe('refused');
  });

  it('knows that nothing was sent when nobody listens', async () => {
    expect((await createEmailConnector(settings('smtp://127.0.0.1:1')).call(mail)).kind).toBe('retry');
  });
});
