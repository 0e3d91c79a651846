import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info';

interface Props {
  tone?: Tone;
  title?: string;
  children: React.ReactNode;
}

/** A word with a colour; the word alone carries the meaning. */
export function Tag({ tone = 'neutral', title, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <span className={cx(styles.tag, styles[tone])} title={title}>
      {children}
    </span>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const tone = (color: string, border: string) => css({ color, borderColor: border });
  const { colors } = theme;
  return {
    tag: css({
      display: 'inline-block',
      whiteSpace: 'nowrap',
      fontSize: theme.typography.bodySmall.fontSize,
      lineHeight: '18px',
      padding: theme.spacing(0, 0.75),
      border: '1px solid',
      borderRadius: theme.shape.radius.default,
    }),
    neutral: tone(colors.text.secondary, colors.border.medium),
    good: tone(colors.success.text, colors.success.border),
    warn: tone(colors.warning.text, colors.warning.border),
    bad: tone(colors.error.text, colors.error.border),
    info: tone(colors.info.text, colors.info.border),
  };
}
