import React from 'react';
import { useParams } from 'react-router-dom';
import { LinkButton } from '@grafana/ui';
import type { KpiDetail } from '@ai-cos/agent-runner/contract';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { kpiChangeText, kpiText, targetText } from '../../components/Kpi/kpi-view.ts';
import { Facts } from '../../components/Layout/Facts.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { KpiStatusTag } from '../../components/Tag/tags.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { AgentName, NameList, SquadName } from '../../components/TextLink/names.tsx';
import { Why } from '../../components/Why/Why.tsx';
import { useCompany } from '../../data/company.ts';
import { useKpi } from '../../data/kpis.ts';
import { formatNumber, formatShare } from '../../format/number.ts';
import { formatBusinessDate } from '../../format/time.ts';
import { kpiLabel } from '../../format/kpi-value.ts';
import { plural } from '../../format/words.ts';
import { links } from '../../links.ts';
import { runbookName } from '../Runbooks/runbook-name.ts';
import { InfluenceTable } from './InfluenceTable.tsx';
import { KpiTrend } from './KpiTrend.tsx';
import { RelatedActions } from './RelatedActions.tsx';

function KpiFacts({ kpi }: { kpi: KpiDetail }) {
  const { currency } = useCompany();
  return (
    <Facts
      facts={[
        { label: 'Value', value: <strong>{kpiText(kpi, kpi.value, currency)}</strong> },
        { label: 'Status', value: <KpiStatusTag status={kpi.status} reason={kpi.reason} /> },
        { label: 'Target', value: targetText(kpi, currency) },
        { label: 'In a week', value: kpiChangeText(kpi, currency) ?? '–' },
        { label: 'Score', value: kpi.score === null ? '–' : formatShare(kpi.score) },
        { label: 'Sample', value: kpi.sampleSize === null ? '–' : formatNumber(kpi.sampleSize) },
        { label: 'As of', value: kpi.asOf === null ? '–' : formatBusinessDate(kpi.asOf) },
        { label: 'Owner', value: <AgentName id={kpi.owner} /> },
        { label: 'Also watching', value: <NameList ids={kpi.watchers} name={AgentName} /> },
        { label: 'Squad', value: <SquadName id={kpi.squad} /> },
        { label: 'Used for', value: kpi.stage === 'act' ? 'alerts, plans, actions' : `stage ${kpi.stage}` },
      ]}
    />
  );
}

function EventLinks({ ids, none }: { ids: readonly string[]; none: string }) {
  if (ids.length === 0) {
    return <p>{none}</p>;
  }
  return (
    <ul>
      {ids.map((id, index) => (
        <li key={id}>
          <ItemLink href={links.event(id)}>Plan and event {index + 1}</ItemLink>
        </li>
      ))}
    </ul>
  );
}

export function KpiPage() {
  const { id = '' } = useParams();
  const query = useKpi(id);
  return (
    <AppPage
      title={kpiLabel(id)}
      subTitle={<ItemLink href={links.kpis()}>All KPIs</ItemLink>}
      actions={
        <LinkButton variant="secondary" href={links.simulateKpi(id)}>
          Simulate this KPI
        </LinkButton>
      }
    >
      <QueryView query={query}>
        {(kpi) => (
          <>
            <Section title="Now">
              <KpiFacts kpi={kpi} />
              {kpi.value === null && <p>No value: {kpi.reason ?? 'not yet computed'}</p>}
            </Section>
            <Section title="Trend">
              <KpiTrend kpi={kpi} />
            </Section>
            <RelatedActions kpi={kpi} />
            <Section title="Alerts and plans" aside={plural(kpi.openEventIds.length, 'open event')}>
              <EventLinks ids={kpi.eventIds} none="No event concerns this KPI." />
              <ItemLink href={links.runbook(runbookName(kpi.runbook))}>Runbook of its alert</ItemLink>
            </Section>
            <Why label="What influences it" open>
              <InfluenceTable edges={kpi.influencedBy} end="from" />
            </Why>
            <Why label="What it influences">
              <InfluenceTable edges={kpi.influences} end="to" />
            </Why>
            <Why label="Definition and source of the target">
              <p>{kpi.definition}</p>
              <p>{kpi.benchmark}</p>
            </Why>
          </>
        )}
      </QueryView>
    </AppPage>
  );
}
