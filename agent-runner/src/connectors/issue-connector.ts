import { attempt } from './attempt.ts';
import type { Connector, EffectRequest, EffectResult, Lookup } from './connector.ts';
import type { EgressPolicy } from './egress.ts';
import { classify } from './http-connector.ts';
import { exchange, type HttpAnswer } from './http-client.ts';

export type IssueTracker =
  | { readonly kind: 'github'; readonly url: string; readonly repository: string; readonly token: string }
  | { readonly kind: 'gitlab'; readonly url: string; readonly project: string; readonly token: string };

/** How a tracker spells the three things we need of it. */
interface Dialect {
  readonly issuesUrl: URL;
  readonly headers: Readonly<Record<string, string>>;
  newIssue(title: string, body: string, labels: readonly string[]): unknown;
  /** Newest issues first; the mark of an effect stands in the body. */
  readonly recentQuery: string;
  bodyOf(issue: Record<string, unknown>): unknown;
  referenceOf(issue: Record<string, unknown>): unknown;
}

/**
 * Opens an issue with the evidence. Trackers know no idempotency keys, so the key stands in the issue's body and is
 * looked for there; a request that may still be on its way is left to a person.
 */
export function createIssueConnector(tracker: IssueTracker | null, egress: EgressPolicy): Connector {
  return {
    kind: 'issue',
    honoursKey: false,
    whyUnavailable: () => (tracker === null ? 'no issue tracker is configured' : null),
    dryRun: (effect) => Promise.resolve(`open issue "${effect.title}"`),
    call: (effect) => open(required(tracker), egress, effect),
    lookup: (effect) => find(required(tracker), egress, effect),
    readBack: () => Promise.resolve(null),
  };
}

async function open(tracker: IssueTracker, egress: EgressPolicy, effect: EffectRequest): Promise<EffectResult> {
  const dialect = dialectOf(tracker);
  return attempt(async () => {
    const answer = await exchange(egress, {
      method: 'POST',
      url: dialect.issuesUrl,
      headers: dialect.headers,
      body: dialect.newIssue(effect.title, bodyText(effect), ['ai-cos']),
      signal: effect.signal,
    });
    return referenced(classify(answer), answer, dialect);
  });
}

function referenced(result: EffectResult, { body }: HttpAnswer, dialect: Dialect): EffectResult {
  if (result.kind !== 'done' || !isRecord(body)) return result;
  const reference = dialect.referenceOf(body);
  return typeof reference === 'string' ? { ...result, reference, summary: `opened ${reference}` } : result;
}

async function find(tracker: IssueTracker, egress: EgressPolicy, effect: EffectRequest): Promise<Lookup> {
  const dialect = dialectOf(tracker);
  const url = new URL(dialect.issuesUrl);
  url.search = dialect.recentQuery;
  const answer = await exchange(egress, { method: 'GET', url, headers: dialect.headers, signal: effect.signal });
  if (answer.status !== 200 || !Array.isArray(answer.body)) {
    return { kind: 'cannot-tell', reason: `the tracker answered ${String(answer.status)}` };
  }
  for (const issue of answer.body) {
    if (!isRecord(issue) || !String(dialect.bodyOf(issue)).includes(markOf(effect))) continue;
    const reference = String(dialect.referenceOf(issue));
    return { kind: 'applied', reference, summary: `found ${reference}`, response: issue };
  }
  return { kind: 'absent' };
}

function dialectOf(tracker: IssueTracker): Dialect {
  if (tracker.kind === 'github') {
    return {
      issuesUrl: new URL(`${tracker.url}/repos/${tracker.repository}/issues`),
      headers: {
        authorization: `Bearer ${tracker.token}`,
        accept: 'application/vnd.github+json',
        'user-agent': 'ai-cos',
      },
      newIssue: (title, body, labels) => ({ title, body, labels }),
      recentQuery: 'state=all&labels=ai-cos&per_page=100&sort=created&direction=desc',
      bodyOf: (issue) => issue['body'],
      referenceOf: (issue) => issue['html_url'],
    };
  }
  return {
    issuesUrl: new URL(`${tracker.url}/api/v4/projects/${encodeURIComponent(tracker.project)}/issues`),
    headers: { 'private-token': tracker.token },
    newIssue: (title, description, labels) => ({ title, description, labels: labels.join(',') }),
    recentQuery: 'labels=ai-cos&per_page=100&order_by=created_at&sort=desc',
    bodyOf: (issue) => issue['description'],
    referenceOf: (issue) => issue['web_url'],
  };
}

function markOf({ key }: EffectRequest): string {
  return `ai-cos-key: ${key}`;
}

/** Text of findings is data: it is quoted, so that it cannot mention people or run as markup. */
function bodyText(effect: EffectRequest): string {
  const facts = JSON.stringify(effect.parameters, null, 2).replaceAll('```', "'''");
  const description = effect.description.split('\n').map((line) => `> ${line.replaceAll('@', '@\u200b')}`);
  return [...description, '', '```json', facts, '```', '', `<!-- ${markOf(effect)} -->`].join('\n');
}

function required(tracker: IssueTracker | null): IssueTracker {
  if (tracker === null) throw new Error('no issue tracker is configured');
  return tracker;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
