import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { KpiView } from '@ai-cos/agent-runner/contract';
import { useCompany } from '../../data/company.ts';
import { plural } from '../../format/words.ts';
import { Muted } from '../Layout/Muted.tsx';
import { KpiStatusTag } from '../Tag/tags.tsx';
import { KpiName } from '../TextLink/names.tsx';
import { kpiChangeText, kpiText, targetText } from './kpi-view.ts';

/** One KPI at a glance: value with unit, target, status, movement, what is being done. */
export function KpiTile({ kpi }: { kpi: KpiView }) {
  const styles = useStyles2(getStyles);
  const { currency } = useCompany();
  const change = kpiChangeText(kpi, currency);
  const status = kpi.status as keyof typeof styles;
  return (
    <div className={cx(styles.tile, styles[status])}>
      <div className={styles.head}>
        <KpiName id={kpi.id} />
        <KpiStatusTag status={kpi.status} reason={kpi.reason} />
      </div>
      {kpi.value === null ? (
        <div>
          <Muted>No value: {kpi.reason ?? 'not yet computed'}</Muted>
        </div>
      ) : (
        <div className={styles.value}>{kpiText(kpi, kpi.value, currency)}</div>
      )}
      <Muted>
        {targetText(kpi, currency)}
        {change !== null && ` · ${change} in a week`}
      </Muted>
      {kpi.pendingActions > 0 && <div>{plural(kpi.pendingActions, 'decision')} waiting</div>}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const edge = (color: string) => css({ borderLeftColor: color });
  return {
    tile: css({
      border: `1px solid ${theme.colors.border.weak}`,
      borderLeft: `3px solid ${theme.colors.border.medium}`,
      borderRadius: theme.shape.radius.default,
      padding: theme.spacing(1, 1.5),
      background: theme.colors.background.primary,
      minWidth: 0,
    }),
    head: css({ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: theme.spacing(0.5) }),
    value: css({ fontSize: theme.typography.h3.fontSize, fontVariantNumeric: 'tabular-nums' }),
    ok: edge(theme.colors.success.main),
    warning: edge(theme.colors.warning.main),
    critical: edge(theme.colors.error.main),
    undefined: edge(theme.colors.border.medium),
  };
}
