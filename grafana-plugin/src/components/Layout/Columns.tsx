import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** As many columns as fit, each at least `minimum` pixels wide. */
export function Columns({ minimum = 320, children }: { minimum?: number; children: React.ReactNode }) {
  const styles = useStyles2(getStyles, minimum);
  return <div className={styles.columns}>{children}</div>;
}

function getStyles(theme: GrafanaTheme2, minimum: number) {
  return {
    columns: css({
      display: 'grid',
      gridTemplateColumns: `repeat(auto-fit, minmax(min(${minimum}px, 100%), 1fr))`,
      gap: theme.spacing(2),
      alignItems: 'start',
    }),
  };
}
