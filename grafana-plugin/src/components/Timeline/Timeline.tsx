import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { TimelineEntry } from '@ai-cos/agent-runner/contract';
import { isMachineText, withKpiNames } from '../../format/readable.ts';
import { formatBusinessDay, formatWallTime } from '../../format/time.ts';
import { sentence } from '../../format/words.ts';
import { Muted } from '../Layout/Muted.tsx';

/** Who did what, when, by which way; oldest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <li key={`${entry.at}-${entry.event}`} className={styles.entry}>
          <div>
            <strong>{sentence(entry.event)}</strong>
            {entry.actor !== null && ` by ${entry.actor}`}
            {entry.route !== null && <Muted> via {entry.route}</Muted>}
          </div>
          {entry.detail !== null && !isMachineText(entry.detail) && <div>{withKpiNames(entry.detail)}</div>}
          <Muted>
            {formatWallTime(entry.at)}
            {entry.asOf !== null && ` · business date ${formatBusinessDay(entry.asOf)}`}
          </Muted>
        </li>
      ))}
    </ol>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    list: css({ listStyle: 'none', margin: 0, padding: 0 }),
    entry: css({
      borderLeft: `2px solid ${theme.colors.border.medium}`,
      padding: theme.spacing(0, 0, 1.5, 1.5),
      overflowWrap: 'anywhere',
    }),
  };
}
