import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { SquadView } from '@ai-cos/agent-runner/contract';
import { plural } from '../../format/words.ts';
import { links } from '../../links.ts';
import { Muted, Nothing } from '../Layout/Muted.tsx';
import { AgentStateTag } from '../Tag/tags.tsx';
import { ItemLink } from '../TextLink/ItemLink.tsx';
import { AgentName, SquadName } from '../TextLink/names.tsx';
import { successText } from '../TrackRecord/TrackRecordView.tsx';
import { SquadKpis } from './SquadKpis.tsx';

function Members({ squad }: { squad: SquadView }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.members}>
      {squad.members.map(({ id, state }) => (
        <li key={id}>
          <AgentName id={id} />
          {id === squad.lead && <Muted> leads</Muted>} {state !== 'active' && <AgentStateTag state={state} />}
        </li>
      ))}
    </ul>
  );
}

/** Lead, members, KPIs with score, open plans and track record of one squad. */
export function SquadCard({ squad }: { squad: SquadView }) {
  const styles = useStyles2(getStyles);
  return (
    <article className={styles.card} aria-label={`Squad ${squad.name}`}>
      <h3 className={styles.name}>
        <SquadName id={squad.id} />
      </h3>
      <div>
        <Muted>{squad.mission}</Muted>
      </div>
      <div className={styles.counts}>
        <span>
          <strong>{squad.pendingActions}</strong> {squad.pendingActions === 1 ? 'decision' : 'decisions'} waiting
        </span>
        <span>{plural(squad.openPlanIds.length, 'open plan')}</span>
        <span>{successText(squad.trackRecord)}</span>
      </div>
      {squad.openEventIds.map((id, index) => (
        <ItemLink key={id} href={links.event(id)}>
          Open plan {index + 1}
        </ItemLink>
      ))}
      {squad.kpis.length === 0 ? <Nothing>Owns no KPI.</Nothing> : <SquadKpis kpis={squad.kpis} />}
      <Members squad={squad} />
    </article>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    card: css({
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.75),
      padding: theme.spacing(1.5),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      minWidth: 0,
    }),
    name: css({ fontSize: theme.typography.h5.fontSize, margin: 0 }),
    counts: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 2) }),
    members: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.25, 1.5), listStyle: 'none', margin: 0 }),
  };
}
