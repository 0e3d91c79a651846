import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ActionSummary } from '@ai-cos/agent-runner/contract';
import { withKpiNames } from '../../format/readable.ts';
import { formatNumber } from '../../format/number.ts';
import { costText, reversibleWords } from '../Decision/decision-words.ts';
import { KpiChanges } from '../KpiChange/KpiChange.tsx';
import { Facts } from '../Layout/Facts.tsx';
import { Tag } from '../Tag/Tag.tsx';
import { RiskTag, StateTag } from '../Tag/tags.tsx';
import { TimeLeft } from '../TimeLeft/TimeLeft.tsx';

/** What a decision needs on one screen: what, expected change, risk, cost, reversibility, time. */
export function ActionSummaryView({ action }: { action: ActionSummary }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.summary}>
      <div className={styles.tags}>
        <StateTag state={action.state} />
        <RiskTag tier={action.riskTier} risk={action.risk} />
        {action.state === 'pending_approval' && <TimeLeft expiresAt={action.approval.expiresAt} />}
        {action.simulated && <Tag tone="info">Simulated company</Tag>}
      </div>
      <p className={styles.description}>{action.description}</p>
      {action.stateReason !== null && <p className={styles.description}>{withKpiNames(action.stateReason)}</p>}
      <KpiChanges predictions={action.expectedImprovement} />
      <Facts
        facts={[
          { label: 'Cost', value: costText(action) },
          { label: 'Confidence', value: `${formatNumber(action.confidence)} of 100` },
          { label: 'Undo', value: reversibleWords[action.reversible] },
          { label: 'Carried out by', value: action.connector },
        ]}
      />
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    summary: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
    tags: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 1) }),
    description: css({ margin: 0 }),
  };
}
