import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Checkbox, useStyles2 } from '@grafana/ui';
import type { ActionSummary } from '@ai-cos/agent-runner/contract';
import { agentName } from '../../format/words.ts';
import { kpiLabel } from '../../format/kpi-value.ts';
import { costText } from '../Decision/decision-words.ts';
import { KpiChange } from '../KpiChange/KpiChange.tsx';
import { Muted } from '../Layout/Muted.tsx';
import { RiskTag, StateTag } from '../Tag/tags.tsx';
import { TimeLeft } from '../TimeLeft/TimeLeft.tsx';

interface Props {
  action: ActionSummary;
  selected: boolean;
  marked: boolean | undefined;
  onOpen: () => void;
  onMark: () => void;
}

function approvals({ approval }: ActionSummary): string {
  const given = approval.decisions.filter(({ verdict }) => verdict === 'approve').length;
  return `${given} of ${approval.quorum} ${approval.quorum === 1 ? 'approval' : 'approvals'}`;
}

/** One action in a list: what, the KPI it should move, risk, cost, time left. */
export function ActionRow({ action, selected, marked, onOpen, onMark }: Props) {
  const styles = useStyles2(getStyles);
  const [main] = action.expectedImprovement;
  return (
    <div className={cx(styles.row, selected && styles.selected)}>
      {marked !== undefined && (
        <Checkbox value={marked} onChange={onMark} aria-label={`Mark ${action.title}`} className={styles.mark} />
      )}
      <button
        type="button"
        className={styles.open}
        onClick={onOpen}
        aria-expanded={selected}
        data-action-id={action.id}
      >
        <span className={styles.title}>{action.title}</span>
        {main !== undefined && (
          <span className={styles.line}>
            {kpiLabel(main.kpiId)} <KpiChange prediction={main} />
          </span>
        )}
        <span className={styles.tags}>
          <RiskTag tier={action.riskTier} risk={action.risk} />
          {action.state === 'pending_approval' ? (
            <TimeLeft expiresAt={action.approval.expiresAt} />
          ) : (
            <StateTag state={action.state} />
          )}
          <Muted>
            {costText(action)} · {approvals(action)} · by {agentName(action.agentId)}
          </Muted>
        </span>
      </button>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      '&:hover': { background: theme.colors.action.hover },
    }),
    selected: css({
      background: theme.colors.background.secondary,
      boxShadow: `inset 3px 0 ${theme.colors.primary.main}`,
      '&:hover': { background: theme.colors.background.secondary },
    }),
    mark: css({ paddingTop: theme.spacing(1) }),
    open: css({
      flex: 1,
      minWidth: 0,
      textAlign: 'left',
      background: 'none',
      border: 0,
      padding: theme.spacing(1, 0),
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
    }),
    title: css({ fontWeight: theme.typography.fontWeightMedium }),
    line: css({ overflowWrap: 'anywhere' }),
    tags: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5, 1) }),
  };
}
