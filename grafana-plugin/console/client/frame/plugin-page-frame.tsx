import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';

/** What `PluginPage` of @grafana/runtime renders inside the console: title, subtitle, info, actions, body. */
export function PluginPageFrame({ pageNav, subTitle, renderTitle, info, actions, children }: PluginPageProps) {
  const styles = useStyles2(getStyles);
  const title = pageNav?.text ?? 'AI-COS';
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <div className={styles.heading}>
          {renderTitle === undefined ? <h1>{title}</h1> : renderTitle(title)}
          <div className={styles.subTitle}>{subTitle ?? pageNav?.subTitle}</div>
        </div>
        {info?.map(({ label, value }) => (
          <div key={String(label)}>
            <div className={styles.subTitle}>{label}</div>
            {value}
          </div>
        ))}
        <div className={styles.actions}>{actions}</div>
      </div>
      {children}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({
      padding: theme.spacing(3),
      maxWidth: 1500,
      margin: '0 auto',
      [theme.breakpoints.down('sm')]: { padding: theme.spacing(2, 1.5) },
    }),
    top: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
      h1: { margin: 0 },
    }),
    heading: css({ flex: 1, minWidth: 220 }),
    subTitle: css({ color: theme.colors.text.secondary }),
    actions: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'center' }),
  };
}
