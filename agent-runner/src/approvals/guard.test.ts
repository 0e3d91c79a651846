import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolicy, Policy } from '../governance/policy.ts';
import { decide, quorumHolds, type DecisionInput, type LentRight, type RecordedVote } from './guard.ts';
import { slotsFor } from './slots.ts';

const NOW = new Date('2026-03-01T10:00:00Z');
const LATER = new Date('2026-03-01T11:00:00Z');

const highSlots = slotsFor(defaultPolicy, { tier: 'high', pole: 'business', boardObjection: false });

type Changes = {
  [Part in 'action' | 'actor' | 'wish']?: Partial<DecisionInput[Part]>;
} & Partial<Pick<DecisionInput, 'history' | 'policy' | 'now'>>;

function input({ action, actor, wish, ...rest }: Changes = {}): DecisionInput {
  return {
    policy: defaultPolicy,
    history: [],
    now: NOW,
    ...rest,
    action: {
      state: 'pending_approval',
      digest: 'shown',
      requesters: [],
      slots: [['any']],
      riskTier: 'low',
      boardObjection: false,
      pole: 'business',
      kpiIds: ['cac'],
      expiresAt: LATER,
      evidence: [],
      ...action,
    },
    actor: { kind: 'person', personId: 'ada', active: true, groups: ['pole:business'], lent: [], ...actor },
    wish: { verdict: 'approve', digest: 'shown', reason: null, ...wish },
  };
}

function vote(personId: string, groups: string[], changes: Partial<RecordedVote> = {}): RecordedVote {
  return { personId, onBehalfOf: null, verdict: 'approve', groups, active: true, ...changes };
}

function lent(changes: Partial<LentRight> = {}): LentRight {
  return {
    fromPersonId: 'ben',
    groups: ['pole:business'],
    active: true,
    scope: {},
    startsAt: new Date('2026-02-01T00:00:00Z'),
    endsAt: LATER,
    revokedAt: null,
    ...changes,
  };
}

function codeOf(changes: Changes): string {
  const answer = decide(input(changes));
  return answer.allowed ? answer.next : answer.code;
}

describe('the approval guard', () => {
  it('approves a low risk with one approver', () => {
    expect(codeOf({})).toBe('approved');
  });

  it('waits for a second person where two are needed', () => {
    expect(codeOf({ action: { slots: highSlots } })).toBe('pending_approval');
    expect(codeOf({ action: { slots: highSlots }, history: [vote('ben', ['pole:tech'])] })).toBe('approved');
  });

  it('distinct-person: counts nobody twice, whatever groups they are in', () => {
    const both = ['admin', 'pole:business'];
    const slots = [['admin'], ['any']];

    expect(codeOf({ action: { slots }, actor: { groups: both } })).toBe('pending_approval');
    expect(codeOf({ action: { slots }, actor: { groups: both }, history: [vote('ada', both)] })).toBe('already_voted');
  });

  it('moves a person to another slot when that makes room', () => {
    const slots = [['any'], ['pole:business']];

    expect(
      codeOf({ action: { slots }, actor: { groups: ['pole:tech'] }, history: [vote('ben', ['pole:business'])] })
    ).toBe('approved');
  });

  it('refuses a vote that fills no open slot', () => {
    const slots = [['admin'], ['any']];

    expect(codeOf({ action: { slots }, history: [vote('ben', ['pole:tech'])] })).toBe('slot_taken');
  });

  it('refuses requesters, admins included', () => {
    expect(codeOf({ action: { requesters: ['ada'] } })).toBe('self_approval');
    expect(codeOf({ action: { requesters: ['ada'] }, actor: { groups: ['admin'] } })).toBe('self_approval');
  });

  it.each(['service', 'anonymous'] as const)('never lets a %s decide', (kind) => {
    expect(decide(input({ actor: { kind, groups: ['admin'] } })).allowed).toBe(false);
  });

  it('refuses people who are not active or in no group', () => {
    expect(codeOf({ actor: { active: false } })).toBe('person_inactive');
    expect(codeOf({ actor: { groups: [] } })).toBe('not_eligible');
  });

  it('lets nobody decide who may not see the evidence, in their own right or a lent one', () => {
    const action = { evidence: [['pole:strategic', 'admin']] };

    expect(codeOf({ action })).toBe('evidence_restricted');
    expect(codeOf({ action, actor: { groups: [], lent: [lent({ groups: ['admin'] })] } })).toBe('evidence_restricted');
    expect(codeOf({ action, actor: { groups: ['pole:strategic'] } })).toBe('approved');
  });

  it('stale-approval: refuses another digest than the one shown', () => {
    expect(codeOf({ wish: { digest: 'other' } })).toBe('stale_digest');
  });

  it('refuses after the expiry', () => {
    expect(codeOf({ now: LATER })).toBe('expired');
  });

  it('deny-then-timeout: a rejected action stays rejected', () => {
    expect(codeOf({ action: { state: 'rejected' } })).toBe('not_waiting');
    expect(codeOf({ action: { state: 'rejected' }, now: LATER })).toBe('not_waiting');
  });

  it('lets a rejection beat an approval that has not been carried out', () => {
    const reject = { verdict: 'reject', digest: 'shown', reason: 'too expensive' } as const;

    expect(codeOf({ action: { state: 'approved' }, wish: reject })).toBe('rejected');
    expect(codeOf({ action: { state: 'executing' }, wish: reject })).toBe('not_waiting');
  });

  it.each(['reject', 'request_changes'] as const)('wants a reason for %s', (verdict) => {
    expect(codeOf({ wish: { verdict, reason: ' ' } })).toBe('reason_required');
  });

  it('ends the round at the first request for changes', () => {
    expect(codeOf({ action: { slots: highSlots }, wish: { verdict: 'request_changes', reason: 'less' } })).toBe(
      'changes_requested'
    );
  });

  it('lets only an admin with a reason go ahead against the board', () => {
    const action = { slots: [['admin'], ['any']], riskTier: 'critical', boardObjection: true } as const;
    const history = [vote('ben', ['pole:tech'])];

    expect(codeOf({ action, history, actor: { groups: ['admin'] } })).toBe('board_objection');
    expect(
      decide(input({ action, history, actor: { groups: ['admin'] }, wish: { reason: 'the season cannot wait' } }))
    ).toMatchObject({ next: 'approved', override: true });
  });

  describe('with a lent right', () => {
    const borrower = { groups: [] as string[] };

    it('decides for the lender and says so', () => {
      expect(decide(input({ actor: { ...borrower, lent: [lent()] } }))).toMatchObject({
        next: 'approved',
        onBehalfOf: 'ben',
      });
    });

    it.each([
      ['ended', { endsAt: NOW }],
      ['not begun', { startsAt: LATER }],
      ['revoked', { revokedAt: NOW }],
      ['of another pole', { scope: { pole: 'tech' } }],
      ['of another KPI', { scope: { kpiId: 'runway' } }],
      ['of an inactive person', { active: false }],
    ] as const)('refuses one that is %s', (_name, changes) => {
      expect(codeOf({ actor: { ...borrower, lent: [lent(changes)] } })).toBe('not_eligible');
    });

    it('counts lender and borrower once together', () => {
      const slots = [['any'], ['any']];
      const history = [vote('ben', ['pole:business'])];

      expect(codeOf({ action: { slots }, history, actor: { ...borrower, lent: [lent()] } })).toBe('not_eligible');
      expect(
        codeOf({ action: { slots }, actor: { personId: 'ben' }, history: [vote('ada', [], { onBehalfOf: 'ben' })] })
      ).toBe('already_voted');
    });

    it('lends no right on what the lender asked for', () => {
      expect(codeOf({ action: { requesters: ['ben'] }, actor: { ...borrower, lent: [lent()] } })).toBe('not_eligible');
    });

    it('is void where the policy allows no delegation', () => {
      const policy = Policy.parse({ delegation: { allowed: false, maxDays: 1 } });

      expect(codeOf({ policy, actor: { ...borrower, lent: [lent()] } })).toBe('not_eligible');
    });
  });

  it('no longer counts an approver who left', () => {
    const slots = [['any'], ['any']];

    expect(codeOf({ action: { slots }, history: [vote('ben', ['pole:tech'], { active: false })] })).toBe(
      'pending_approval'
    );
    expect(quorumHolds(slots, [vote('ben', ['pole:tech']), vote('ada', [])])).toBe(false);
  });

  it('flag-not-enforced: every part of a tier rule changes some verdict', () => {
    const tier = defaultPolicy.tiers.critical;
    const action = { riskTier: 'critical', boardObjection: true, slots: [['any']] } as const;
    const lax = { ...defaultPolicy, tiers: { ...defaultPolicy.tiers, critical: { ...tier, objectionBlocks: false } } };

    expect(codeOf({ action })).toBe('board_objection');
    expect(codeOf({ action, policy: lax })).toBe('approved');
    expect(slotsFor(defaultPolicy, { tier: 'high', pole: 'tech', boardObjection: true })).not.toEqual(
      slotsFor(defaultPolicy, { tier: 'high', pole: 'tech', boardObjection: false })
    );
  });

  const people = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6'),
      groups: fc.subarray(['admin', 'pole:business', 'pole:tech', 'pole:strategic']),
    }),
    { selector: ({ id }) => id, minLength: 1 }
  );
  const slotLists = fc.array(fc.subarray(['any', 'admin', 'pole:business', 'pole:tech'], { minLength: 1 }), {
    minLength: 1,
    maxLength: 4,
  });

  it('never approves with fewer distinct eligible people than slots, in whatever order they vote', () => {
    fc.assert(
      fc.property(people, slotLists, fc.subarray(['p1', 'p2', 'p3']), (voters, slots, requesters) => {
        const history: RecordedVote[] = [];
        for (const { id, groups } of voters) {
          const answer = decide(
            input({ action: { slots, requesters }, actor: { personId: id, groups }, history: [...history] })
          );
          if (!answer.allowed) continue;
          history.push(vote(id, groups));
          if (answer.next === 'approved') {
            expect(new Set(history.map(({ personId }) => personId)).size).toBe(slots.length);
            expect(quorumHolds(slots, history)).toBe(true);
            expect(history.every(({ personId }) => !requesters.includes(personId))).toBe(true);
            return;
          }
        }
        expect(quorumHolds(slots, history)).toBe(false);
      }),
      { numRuns: 2_000, seed: 20261120 }
    );
  });

  it('answers the same to the same question', () => {
    fc.assert(
      fc.property(people, slotLists, (voters, slots) => {
        const [first] = voters;
        const question = input({
          action: { slots },
          actor: { personId: first?.id ?? '', groups: first?.groups ?? [] },
        });
        expect(decide(question)).toEqual(decide(structuredClone(question)));
      }),
      { numRuns: 200, seed: 20261120 }
    );
  });
});
