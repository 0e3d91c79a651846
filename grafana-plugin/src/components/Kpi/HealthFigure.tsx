import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { HealthBoard } from '@ai-cos/agent-runner/contract';
import { formatShare } from '../../format/number.ts';
import { Muted } from '../Layout/Muted.tsx';

type Reading = HealthBoard['health'][number];

/** Weighted health, and how much of it is defined at all. */
export function HealthFigure({ reading, label }: { reading: Reading; label: string }) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <Muted>{label}</Muted>
      <div className={styles.value}>{reading.ratio === null ? 'undefined' : formatShare(reading.ratio)}</div>
      <Muted>{formatShare(reading.coverage)} of the weight has a value</Muted>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return { value: css({ fontSize: theme.typography.h2.fontSize, fontVariantNumeric: 'tabular-nums' }) };
}
