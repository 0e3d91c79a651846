import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { SquadView } from '@ai-cos/agent-runner/contract';
import { formatShare } from '../../format/number.ts';
import { Muted } from '../Layout/Muted.tsx';
import { KpiStatusTag } from '../Tag/tags.tsx';
import { KpiName } from '../TextLink/names.tsx';

/** KPIs of a squad, worst score first. */
export function SquadKpis({ kpis }: Pick<SquadView, 'kpis'>) {
  const styles = useStyles2(getStyles);
  const sorted = [...kpis].sort((left, right) => (left.score ?? 2) - (right.score ?? 2));
  return (
    <ul className={styles.list}>
      {sorted.map(({ id, score, status }) => (
        <li key={id} className={styles.kpi}>
          <span className={styles.name}>
            <KpiName id={id} />
          </span>
          <Muted>{score === null ? 'no score' : `score ${formatShare(score)}`}</Muted>
          <KpiStatusTag status={status} />
        </li>
      ))}
    </ul>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    list: css({ listStyle: 'none', margin: 0 }),
    kpi: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      padding: theme.spacing(0.25, 0),
    }),
    name: css({ flex: '1 1 140px' }),
  };
}
