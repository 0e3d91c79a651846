import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  title: React.ReactNode;
  aside?: React.ReactNode;
  className?: string;
  children: React.ReactNode;
}

/** A titled block on a page. */
export function Section({ title, aside, className, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section className={cx(styles.section, className)}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    section: css({
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      padding: theme.spacing(2),
      marginBottom: theme.spacing(2),
      minWidth: 0,
      'ul:not([class])': { paddingLeft: theme.spacing(3) },
      [theme.breakpoints.down('sm')]: { padding: theme.spacing(1.5) },
    }),
    head: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
    }),
    title: css({ fontSize: theme.typography.h5.fontSize, margin: 0 }),
  };
}
