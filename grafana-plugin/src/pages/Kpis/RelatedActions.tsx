import React from 'react';
import type { KpiView } from '@ai-cos/agent-runner/contract';
import { ActionTable } from '../../components/ActionTable/ActionTable.tsx';
import { Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { useActions } from '../../data/actions.ts';
import { plural } from '../../format/words.ts';

const shownRows = 10;

export function RelatedActions({ kpi }: { kpi: KpiView }) {
  const query = useActions({ kpi: kpi.id, sort: 'newest' });
  return (
    <Section title="Actions for this KPI" aside={plural(kpi.pendingActions, 'decision') + ' waiting'}>
      <QueryView query={query}>
        {(actions) =>
          actions.length === 0 ? (
            <Nothing>No action was proposed for this KPI.</Nothing>
          ) : (
            <ActionTable actions={actions.slice(0, shownRows)} />
          )
        }
      </QueryView>
    </Section>
  );
}
