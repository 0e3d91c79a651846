import type { ActionSummary, DecisionVerdict } from '@ai-cos/agent-runner/contract';
import { formatMoney } from '../../format/money.ts';

export interface VerdictWords {
  verb: string;
  confirm: string;
  question: string;
  needsReason: boolean;
  key: string;
}

export const verdictWords: Record<DecisionVerdict, VerdictWords> = {
  approve: {
    verb: 'Approve',
    confirm: 'Approve now',
    question: 'Comment (others can see it)',
    needsReason: false,
    key: 'a',
  },
  request_changes: {
    verb: 'Request changes',
    confirm: 'Send back for changes',
    question: 'What should be different?',
    needsReason: true,
    key: 'c',
  },
  reject: {
    verb: 'Reject',
    confirm: 'Reject now',
    question: 'Why not? (kept in the audit)',
    needsReason: true,
    key: 'r',
  },
};

export const reversibleWords: Record<ActionSummary['reversible'], string> = {
  yes: 'Can be undone',
  compensable: 'Can be compensated, not undone',
  no: 'Cannot be undone',
};

export function costText({ cost }: Pick<ActionSummary, 'cost'>): string {
  return cost === null ? 'No cost known' : formatMoney(cost.amount, cost.currency);
}

function votesText({ approval }: ActionSummary): string {
  const given = approval.decisions.filter(({ verdict }) => verdict === 'approve').length;
  if (approval.quorum === 1) {
    return 'One approval is enough: it will be carried out.';
  }
  return given + 1 >= approval.quorum
    ? `Yours is approval ${given + 1} of ${approval.quorum}: it will be carried out.`
    : `Yours is approval ${given + 1} of ${approval.quorum}: it still waits for others.`;
}

/** What the click does, named before it is made. */
export function effectText(verdict: DecisionVerdict, action: ActionSummary): string {
  switch (verdict) {
    case 'approve':
      return `${votesText(action)} ${reversibleWords[action.reversible]}. ${costText(action)}.`;
    case 'reject':
      return 'This ends the request at once, for everybody. Trying again needs a new proposal.';
    case 'request_changes':
      return 'This closes the round and voids the votes. A changed proposal is asked again from the start.';
  }
}
