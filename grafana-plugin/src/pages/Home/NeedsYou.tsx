import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';
import type { ActionSummary } from '@ai-cos/agent-runner/contract';
import { costText } from '../../components/Decision/decision-words.ts';
import { KpiChange } from '../../components/KpiChange/KpiChange.tsx';
import { Muted, Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { RiskTag } from '../../components/Tag/tags.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { KpiName } from '../../components/TextLink/names.tsx';
import { isExpired, TimeLeft } from '../../components/TimeLeft/TimeLeft.tsx';
import { waitingStates } from '../../data/action-groups.ts';
import { useActions } from '../../data/actions.ts';
import { useWallNow } from '../../data/wall-clock.ts';
import { plural } from '../../format/words.ts';
import { links } from '../../links.ts';

const shownRows = 3;

function Row({ action }: { action: ActionSummary }) {
  const styles = useStyles2(getStyles);
  const now = useWallNow();
  const mayDecide = action.approval.mayDecide && !isExpired(action.approval.expiresAt, now);
  const [main] = action.expectedImprovement;
  return (
    <li className={styles.row}>
      <div className={styles.text}>
        <strong>{action.title}</strong>
        {main !== undefined && (
          <div>
            <KpiName id={main.kpiId} /> <KpiChange prediction={main} />
          </div>
        )}
        <div className={styles.tags}>
          <RiskTag tier={action.riskTier} risk={action.risk} />
          <TimeLeft expiresAt={action.approval.expiresAt} />
          <Muted>{costText(action)}</Muted>
        </div>
        {!action.approval.mayDecide && action.approval.whyNot !== null && <Muted>{action.approval.whyNot}</Muted>}
      </div>
      <LinkButton href={links.action(action.id)} variant={mayDecide ? 'primary' : 'secondary'}>
        {mayDecide ? 'Review and decide' : 'Look'}
      </LinkButton>
    </li>
  );
}

/** At most three decisions, the person's own first; the rest is one click away. */
export function NeedsYou() {
  const styles = useStyles2(getStyles);
  const query = useActions({ state: waitingStates, sort: 'urgency' });
  return (
    <Section title="What needs you" aside={<ItemLink href={links.actions()}>All actions</ItemLink>}>
      <QueryView query={query}>
        {(actions) => {
          const mine = actions.filter(({ approval }) => approval.mayDecide);
          const others = actions.filter(({ approval }) => !approval.mayDecide);
          const shown = [...mine, ...others].slice(0, shownRows);
          return (
            <>
              {shown.length === 0 && <Nothing>Nothing waits for a decision.</Nothing>}
              {shown.length > 0 && mine.length === 0 && (
                <Nothing>Nothing waits for you; {plural(others.length, 'decision')} for others.</Nothing>
              )}
              <ul className={styles.list}>
                {shown.map((action) => (
                  <Row key={action.id} action={action} />
                ))}
              </ul>
              {actions.length > shown.length && <Muted>and {actions.length - shown.length} more</Muted>}
            </>
          );
        }}
      </QueryView>
    </Section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    list: css({ listStyle: 'none', margin: 0, padding: 0 }),
    row: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 2),
      alignItems: 'center',
      padding: theme.spacing(1, 0),
      '& + &': { borderTop: `1px solid ${theme.colors.border.weak}` },
    }),
    text: css({ flex: '1 1 320px', minWidth: 0 }),
    tags: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 1), alignItems: 'center' }),
  };
}
