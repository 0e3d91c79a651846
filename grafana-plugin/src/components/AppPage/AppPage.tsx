import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Alert, useStyles2 } from '@grafana/ui';
import { useCompany } from '../../data/company.ts';
import { useKillSwitch } from '../../data/governance.ts';
import { useMe } from '../../data/me.ts';
import { links } from '../../links.ts';
import { ProblemNotice } from '../QueryView/ProblemNotice.tsx';
import { Tag } from '../Tag/Tag.tsx';
import { ItemLink } from '../TextLink/ItemLink.tsx';
import { BusinessDate } from './BusinessDate.tsx';

interface Props {
  title: string;
  subTitle?: React.ReactNode;
  actions?: React.ReactNode;
  children: React.ReactNode;
}

function Stopped() {
  const { data } = useKillSwitch();
  if (data?.engaged !== true) {
    return null;
  }
  return (
    <Alert severity="error" title="The kill switch is engaged: nothing new is carried out">
      {data.by !== null && `By ${data.by}. `}
      {data.reason} <ItemLink href={links.settings()}>Settings</ItemLink>
    </Alert>
  );
}

/** Says "simulated" once, whether or not the name of the company does. */
export function simulatedText(name: string): string {
  if (name === '') {
    return 'Simulated company';
  }
  return /simulated/i.test(name) ? name : `Simulated company: ${name}`;
}

/** Every page: title, business date, whether the company is simulated, and what stops everything. */
export function AppPage({ title, subTitle, actions, children }: Props) {
  const styles = useStyles2(getStyles);
  const { name, simulated } = useCompany();
  const me = useMe();
  const facts = (
    <div className={styles.facts}>
      {simulated && <Tag tone="info">{simulatedText(name)}</Tag>}
      <BusinessDate />
      {actions}
    </div>
  );
  return (
    <PluginPage pageNav={{ text: title }} subTitle={subTitle} actions={facts}>
      {me.data === undefined && me.error !== null && (
        <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />
      )}
      <Stopped />
      {children}
    </PluginPage>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    facts: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 1.5) }),
  };
}
