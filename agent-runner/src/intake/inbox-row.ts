import { kpiIdOf, type KpiId } from '@ai-cos/catalog';
import { WebhookAlert } from '../contract/index.ts';
import { digestOf } from '../actions/digest.ts';

/** One alert as the inbox stores it; what does not fit is kept as it came, with the reason. */
export interface InboxRow {
  labelHash: string;
  startsAt: string;
  endsAt: string | null;
  status: 'firing' | 'resolved' | 'quarantined';
  fingerprint: string | null;
  alertName: string | null;
  kpiId: KpiId | null;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  quarantineReason: string | null;
  /** Base64 of the bytes of a quarantined alert. */
  raw: string | null;
}

const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];
const MAX_LABEL_BYTES = 32_768;

export function inboxRowOf(alert: unknown): InboxRow {
  const reason = unsafe(alert);
  if (reason !== undefined) return quarantined(JSON.stringify(alert), reason);
  const parsed = WebhookAlert.safeParse(alert);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
    return quarantined(JSON.stringify(alert), problems.join('; '));
  }
  const { labels, annotations, status, startsAt, endsAt, fingerprint } = parsed.data;
  return {
    labelHash: digestOf(labels),
    startsAt,
    // A firing alert carries the year 1.
    endsAt: endsAt.startsWith('0001-') ? null : endsAt,
    status,
    fingerprint,
    alertName: labels['alertname'] ?? null,
    kpiId: kpiIdOf(labels['kpi'] ?? '') ?? null,
    labels,
    annotations,
    quarantineReason: null,
    raw: null,
  };
}

export function quarantined(text: string, reason: string): InboxRow {
  return {
    labelHash: digestOf(text),
    startsAt: '1970-01-01T00:00:00Z',
    endsAt: null,
    status: 'quarantined',
    fingerprint: null,
    alertName: null,
    kpiId: null,
    labels: {},
    annotations: {},
    quarantineReason: reason.slice(0, 2_000),
    raw: Buffer.from(text.slice(0, 65_536)).toString('base64'),
  };
}

function unsafe(alert: unknown): string | undefined {
  if (typeof alert !== 'object' || alert === null) return 'an alert must be an object';
  for (const part of ['labels', 'annotations']) {
    const value: unknown = Object.getOwnPropertyDescriptor(alert, part)?.value;
    if (typeof value !== 'object' || value === null) continue;
    const names = Object.getOwnPropertyNames(value);
    const bad = names.find((name) => FORBIDDEN_KEYS.includes(name));
    if (bad !== undefined) return `${part} must not contain "${bad}"`;
    if (sizeOf(value) > MAX_LABEL_BYTES) return `${part} are larger than ${String(MAX_LABEL_BYTES)} bytes`;
  }
  return undefined;
}

function sizeOf(record: object): number {
  let size = 0;
  for (const [name, value] of Object.entries(record)) size += name.length + String(value).length;
  return size;
}
