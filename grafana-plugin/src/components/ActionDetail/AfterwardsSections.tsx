import React from 'react';
import type { ActionDetail } from '@ai-cos/agent-runner/contract';
import { isMachineText } from '../../format/readable.ts';
import { formatBusinessDate, formatWallTime } from '../../format/time.ts';
import { Muted } from '../Layout/Muted.tsx';
import { OutcomeList } from '../Outcome/OutcomeList.tsx';
import { BeforeAfter } from '../Parameters/BeforeAfter.tsx';
import { Timeline } from '../Timeline/Timeline.tsx';
import { Why } from '../Why/Why.tsx';

/** A target may answer in sentences or in JSON; the latter is kept for those who want to see it. */
function ReceiptText({ summary }: { summary: string }) {
  if (!isMachineText(summary)) {
    return <div>{summary}</div>;
  }
  return (
    <>
      <div>The system accepted it.</div>
      <Why label="Its answer, word for word">
        <code style={{ overflowWrap: 'anywhere' }}>{summary}</code>
      </Why>
    </>
  );
}

/** After the deed: receipt, the company's rows before and after, verdicts; and everything that happened. */
export function AfterwardsSections({ action }: { action: ActionDetail }) {
  const { receipt, outcomes, timeline } = action;
  return (
    <>
      {receipt !== null && (
        <Why label="What was done" open>
          <ReceiptText summary={receipt.summary} />
          {(receipt.before !== null || receipt.after !== null) && (
            <BeforeAfter before={receipt.before} after={receipt.after} />
          )}
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
