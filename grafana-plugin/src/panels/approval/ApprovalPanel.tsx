import React from 'react';
import type { PanelProps } from '@grafana/data';
import { ApprovalInbox } from '../../components/ApprovalInbox/ApprovalInbox.tsx';
import { DataRoot } from '../../components/DataRoot/DataRoot.tsx';
import { decidedStates, waitingStates } from '../../data/action-groups.ts';
import type { ApprovalOptions } from './options.ts';

export function ApprovalPanel({ width, height, options }: PanelProps<ApprovalOptions>) {
  const { showDecided, showFilters, allowBulk, ...fixedFilter } = options;
  return (
    <DataRoot>
      <ApprovalInbox
        width={width}
        height={height}
        states={showDecided ? [...waitingStates, ...decidedStates] : waitingStates}
        fixedFilter={fixedFilter}
        showFilters={showFilters}
        allowBulk={allowBulk}
        empty="Nothing waits for a decision. New proposals appear here by themselves."
      />
    </DataRoot>
  );
}
