import React from 'react';
import type { ActionDetail } from '@ai-cos/agent-runner/contract';
import { formatBusinessDate, formatWallTime } from '../../format/time.ts';
import { Muted } from '../Layout/Muted.tsx';
import { OutcomeList } from '../Outcome/OutcomeList.tsx';
import { BeforeAfter } from '../Parameters/BeforeAfter.tsx';
import { Timeline } from '../Timeline/Timeline.tsx';
import { Why } from '../Why/Why.tsx';

/** After the deed: receipt, the company's rows before and after, verdicts; and everything that happened. */
export function AfterwardsSections({ action }: { action: ActionDetail }) {
  const { receipt, outcomes, timeline } = action;
  return (
    <>
      {receipt !== null && (
        <Why label="What was done" open>
          <div>{receipt.summary}</div>
          <BeforeAfter before={receipt.before} after={receipt.after} />
          <Muted>
            {receipt.reference !== null && `Receipt ${receipt.reference}, `}
            {formatWallTime(receipt.at)}, business date {formatBusinessDate(receipt.asOf)}
          </Muted>
        </Why>
      )}
      {outcomes.length > 0 && (
        <Why label="Whether it worked" open>
          <OutcomeList outcomes={outcomes} />
        </Why>
      )}
      <Why label={`Timeline (${timeline.length})`} open={receipt !== null}>
        <Timeline entries={timeline} />
      </Why>
    </>
  );
}
