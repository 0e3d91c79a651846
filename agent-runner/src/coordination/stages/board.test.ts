import { describe, expect, it } from 'vitest';
import { candidate } from '../../../test/_harness/candidate.ts';
import { input, reading } from '../../../test/_harness/coordination-input.ts';
import { tools } from '../../../test/_harness/tools.ts';
import { emptyDraft, type Candidate, type CoordinationInput, type Draft } from '../types.ts';
import { board } from './board.ts';

function draftOf(one: Candidate, changes: Partial<CoordinationInput> = {}): Draft {
  return { ...emptyDraft(input({ kpiIds: ['roi_campaigns'], ...changes })), candidates: [one] };
}

describe('board', () => {
  it('is not asked about actions below risk 50', () => {
    expect(board(draftOf(candidate({ risk: 49 })), tools()).votes).toEqual([]);
  });

  it('votes with four weighted members and a reason each', () => {
    const { votes, objections } = board(draftOf(candidate({ risk: 55 })), tools());
    expect(votes.map((vote) => vote.weight)).toEqual([0.3, 0.3, 0.2, 0.2]);
    expect(votes.every((vote) => vote.agrees && vote.reason.length > 10)).toBe(true);
    expect(objections).toEqual([]);
  });

  it('objects to spending with little runway and to a guess at high risk', () => {
    const risky = candidate({ risk: 70, cost: 20_000, confidence: 30 });
    const { votes, objections, resolutions } = board(
      draftOf(risky, { readings: [reading('runway', 4, 'critical')] }),
      tools()
    );
    expect(votes.filter((vote) => !vote.agrees).map((vote) => vote.member)).toEqual(['board-cfo-coo', 'board-risk']);
    expect(objections).toEqual([risky.key]);
    expect(resolutions[0]?.reason).toContain("50 % of the board's weight agrees, 66 % are needed");
  });

  it('objects through compliance alone without reaching a majority against', () => {
    const { objections, votes } = board(draftOf(candidate({ risk: 55 }), { day: { freeze: 'Christmas' } }), tools());
    expect(votes.find((vote) => vote.member === 'board-legal')).toMatchObject({ agrees: false });
    expect(objections).toEqual([]);
  });

  it('is silent when it is switched off', () => {
    expect(board(draftOf(candidate({ risk: 90 })), tools({}, { board: false })).votes).toEqual([]);
  });
});
