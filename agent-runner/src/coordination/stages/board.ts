import { board as members, boardIds, boardMajority, boardRiskThreshold } from '@ai-cos/catalog';
import { defaultBoardLimits, policies } from '../board/policies.ts';
import { nameOf } from '../resolve/rule.ts';
import type { Candidate, Draft, Tools, Vote } from '../types.ts';

/** Puts actions of risk 50 and above before the board; below 66 % of the weight the action carries an objection. */
export function board(draft: Draft, { options }: Tools): Draft {
  if (!options.board) return draft;
  const risky = draft.candidates.filter((candidate) => candidate.risk >= boardRiskThreshold);
  const votes = risky.flatMap((candidate) => votesOn(candidate, draft));
  const objected = risky.filter((candidate) => weightFor(candidate, votes) < boardMajority);
  const resolutions = objected.map((candidate) => ({
    rule: 'board' as const,
    kept: nameOf(candidate),
    dropped: [],
    reason: `${(100 * weightFor(candidate, votes)).toFixed(0)} % of the board's weight agrees, ${(100 * boardMajority).toFixed(0)} % are needed: ${objectionsTo(candidate, votes)}`,
  }));
  return {
    ...draft,
    votes,
    objections: objected.map((candidate) => candidate.key),
    resolutions: [...draft.resolutions, ...resolutions],
  };
}

function votesOn(candidate: Candidate, { input }: Draft): Vote[] {
  return boardIds.map((member) => {
    const { weight, policy } = members[member];
    return {
      member,
      key: candidate.key,
      weight,
      ...policies[policy]({ candidate, input, limits: defaultBoardLimits }),
    };
  });
}

function weightFor({ key }: Candidate, votes: readonly Vote[]): number {
  let weight = 0;
  for (const vote of votes) if (vote.key === key && vote.agrees) weight += vote.weight;
  return weight;
}

function objectionsTo({ key }: Candidate, votes: readonly Vote[]): string {
  return votes
    .filter((vote) => vote.key === key && !vote.agrees)
    .map((vote) => `${members[vote.member].name}: ${vote.reason}`)
    .join('; ');
}
