import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** Secondary text. */
export function Muted({ children }: { children: React.ReactNode }) {
  const styles = useStyles2(getStyles);
  return <span className={styles.muted}>{children}</span>;
}

/** What stands where a list would be: why it is empty. */
export function Nothing({ children }: { children: React.ReactNode }) {
  const styles = useStyles2(getStyles);
  return <p className={styles.nothing}>{children}</p>;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    muted: css({ color: theme.colors.text.secondary }),
    nothing: css({ color: theme.colors.text.secondary, margin: theme.spacing(1, 0) }),
  };
}
