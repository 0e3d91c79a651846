export interface BoardRecord {
  readonly name: string;
  readonly weight: number;
  readonly policy: 'strategy' | 'cash' | 'compliance' | 'risk-appetite';
}

/** The 4 board members judge actions of risk 50 and above; below `boardMajority` of the weight the plan carries an objection. */
export const board = {
  'board-ceo': { name: 'Strategy', weight: 0.3, policy: 'strategy' },
  'board-cfo-coo': { name: 'Cash and operations', weight: 0.3, policy: 'cash' },
  'board-legal': { name: 'Compliance', weight: 0.2, policy: 'compliance' },
  'board-risk': { name: 'Risk appetite', weight: 0.2, policy: 'risk-appetite' },
} as const satisfies Record<string, BoardRecord>;

export type BoardId = keyof typeof board;
export const boardIds = Object.keys(board) as [BoardId, ...BoardId[]];

/** Share of the board's weight that must agree (founding documents: 66 %). */
export const boardMajority = 0.66;
/** Actions of this risk and above are put before the board. */
export const boardRiskThreshold = 50;
