import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useAction } from '../../data/actions.ts';
import { links } from '../../links.ts';
import { DecisionBar } from '../Decision/DecisionBar.tsx';
import { QueryView } from '../QueryView/QueryView.tsx';
import { ItemLink } from '../TextLink/ItemLink.tsx';
import { ActionSummaryView } from './ActionSummaryView.tsx';
import { AfterwardsSections } from './AfterwardsSections.tsx';
import { EvidenceSections } from './EvidenceSections.tsx';
import { HumanTaskView } from './HumanTaskView.tsx';
import { AfterCommands } from './AfterCommands.tsx';

interface Props {
  id: string;
  /** Heading of the item where no page title names it. */
  heading?: React.ReactNode;
}

/** Everything about one action: decide at the top, reasons below, what became of it last. */
export function ActionDetailView({ id, heading }: Props) {
  const styles = useStyles2(getStyles);
  const query = useAction(id);
  return (
    <QueryView query={query} loading="Reading the action">
      {(action) => (
        <div className={styles.detail} data-testid="action-detail">
          {heading !== undefined && <h2 className={styles.title}>{action.title}</h2>}
          {heading}
          <ActionSummaryView action={action} />
          <DecisionBar key={action.id} action={action} />
          {action.task !== null && <HumanTaskView action={action} task={action.task} />}
          <AfterCommands action={action} />
          <div>
            <EvidenceSections action={action} />
            <AfterwardsSections action={action} />
          </div>
          <div className={styles.linksRow}>
            {action.eventId !== null && <ItemLink href={links.event(action.eventId)}>Plan and event</ItemLink>}
            {action.supersedesId !== null && (
              <ItemLink href={links.action(action.supersedesId)}>Earlier revision</ItemLink>
            )}
            {action.compensatesId !== null && (
              <ItemLink href={links.action(action.compensatesId)}>Action this one undoes</ItemLink>
            )}
            <ItemLink href={links.action(action.id)}>Link to this action</ItemLink>
          </div>
        </div>
      )}
    </QueryView>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    detail: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), minWidth: 0 }),
    title: css({ fontSize: theme.typography.h4.fontSize, margin: 0 }),
    linksRow: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2) }),
  };
}
