import { actionTypes, kpis, type BoardRecord, type KpiId, type KpiReading } from '@ai-cos/catalog';
import type { Candidate, CoordinationInput } from '../types.ts';

/** What the members of the board accept; a company may set its own. */
export interface BoardLimits {
  /** Months of runway below which spending of more than `smallAmount` needs a reason. */
  readonly leastRunwayMonths: number;
  readonly smallAmount: number;
  /** Risk from which an action must be undoable. */
  readonly undoableFromRisk: number;
  /** Confidence below which a risky action is a guess. */
  readonly leastConfidence: number;
}

export const defaultBoardLimits: BoardLimits = {
  leastRunwayMonths: 6,
  smallAmount: 5_000,
  undoableFromRisk: 60,
  leastConfidence: 50,
};

export interface Opinion {
  readonly agrees: boolean;
  readonly reason: string;
}

export interface BoardQuestion {
  readonly candidate: Candidate;
  readonly input: CoordinationInput;
  readonly limits: BoardLimits;
}

type Policy = (question: BoardQuestion) => Opinion;

/** The four policies a member may have; each gives its reason from the data. */
export const policies: Readonly<Record<BoardRecord['policy'], Policy>> = {
  strategy: ({ candidate, input }) => {
    const best = [...candidate.expected].sort((a, b) => kpis[b.kpiId].weight - kpis[a.kpiId].weight)[0];
    const red = redAmong(
      input,
      candidate.expected.map((prediction) => prediction.kpiId)
    );
    if (red.length === 0) return no('none of the KPIs it would move is out of its band');
    if (best === undefined) return no('it promises nothing for any KPI');
    return yes(`it moves ${kpis[best.kpiId].label} by ${String(best.change)} ${best.unit}, which is out of its band`);
  },
  cash: ({ candidate, input, limits }) => {
    const amount = candidate.cost ?? 0;
    if (amount <= limits.smallAmount) return yes(`it commits ${amount.toFixed(0)}, a small amount`);
    const runway = reading(input, 'runway');
    if (runway?.reason === 'cash_generating') return yes('the company earns more cash than it spends');
    if (runway?.value === null || runway?.value === undefined)
      return no(`it commits ${amount.toFixed(0)} and the runway is unknown`);
    return runway.value < limits.leastRunwayMonths
      ? no(
          `it commits ${amount.toFixed(0)} with ${runway.value.toFixed(1)} months of runway, the limit is ${String(limits.leastRunwayMonths)}`
        )
      : yes(`${runway.value.toFixed(1)} months of runway carry ${amount.toFixed(0)}`);
  },
  compliance: ({ candidate, input }) => {
    const { id, domain } = { id: candidate.actionType, domain: candidate.actionType.split('.')[0] };
    if (input.day.freeze !== null) return no(`${input.day.freeze} is on, nothing should change`);
    if (domain === 'crm' && actionTypes[id].reversible === 'no')
      return no('it writes to customers and cannot be taken back');
    if (id === 'price-list.change') {
      const raises = candidate.direction === 'up';
      return raises ? no('announced prices may not rise while they are advertised') : yes('prices fall or stay');
    }
    return yes('no duty of consumer, invoice or privacy law is touched');
  },
  'risk-appetite': ({ candidate, limits }) => {
    const { reversible } = actionTypes[candidate.actionType];
    if (candidate.risk >= limits.undoableFromRisk && reversible === 'no') {
      return no(`risk ${String(candidate.risk)} and it cannot be undone`);
    }
    return candidate.confidence < limits.leastConfidence
      ? no(
          `confidence ${String(candidate.confidence)} is below ${String(limits.leastConfidence)} for risk ${String(candidate.risk)}`
        )
      : yes(`risk ${String(candidate.risk)} with confidence ${String(candidate.confidence)} is within appetite`);
  },
};

function yes(reason: string): Opinion {
  return { agrees: true, reason };
}

function no(reason: string): Opinion {
  return { agrees: false, reason };
}

function reading(input: CoordinationInput, id: KpiId): KpiReading | undefined {
  return input.readings.find((one) => one.id === id);
}

function redAmong(input: CoordinationInput, ids: readonly KpiId[]): KpiId[] {
  return ids.filter((id) => {
    const status = reading(input, id)?.status;
    return input.kpiIds.includes(id) || status === 'warning' || status === 'critical';
  });
}
