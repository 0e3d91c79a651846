import { describe, expect, it } from 'vitest';
import { noticeText, type Notice } from './notice-text.ts';

const plan: Notice = {
  kind: 'plan',
  ref: 'p1',
  eventId: 'e1',
  title: 'Too many products are out of stock',
  waiting: 3,
  simulated: true,
  hidden: false,
  baseUrl: 'http://grafana.test/sub/',
};

describe('a notice', () => {
  it('says it is simulated, how many decisions wait and where', () => {
    expect(noticeText(plan)).toBe(
      '[simulated] 3 actions wait for a decision: Too many products are out of stock\nhttp://grafana.test/sub/a/aicos-app/coordination/e1'
    );
  });

  it('tells nothing of restricted figures', () => {
    expect(noticeText({ ...plan, hidden: true })).not.toContain('stock');
  });

  it('keeps text of alerts on one line and in one direction', () => {
    const text = noticeText({ ...plan, title: 'a\r\nb\u202ec', baseUrl: undefined });

    expect(text).toBe('[simulated] 3 actions wait for a decision: a b c');
  });
});
