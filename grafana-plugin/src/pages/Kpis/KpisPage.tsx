import React, { useState } from 'react';
import { FilterInput } from '@grafana/ui';
import type { KpiView } from '@ai-cos/agent-runner/contract';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { kpiChangeText, kpiText, targetText } from '../../components/Kpi/kpi-view.ts';
import { DataTable, type Column } from '../../components/Layout/DataTable.tsx';
import { Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { KpiStatusTag } from '../../components/Tag/tags.tsx';
import { AgentName, KpiName, SquadName } from '../../components/TextLink/names.tsx';
import { useCompany } from '../../data/company.ts';
import { useHealthBoard } from '../../data/kpis.ts';
import { formatShare } from '../../format/number.ts';
import { sentence } from '../../format/words.ts';

function columnsOf(currency: string | null): ReadonlyArray<Column<KpiView>> {
  return [
    { header: 'KPI', cell: ({ id }) => <KpiName id={id} /> },
    { header: 'Status', cell: ({ status, reason }) => <KpiStatusTag status={status} reason={reason} /> },
    { header: 'Value', numeric: true, cell: (kpi) => kpiText(kpi, kpi.value, currency) },
    { header: 'Target', cell: (kpi) => targetText(kpi, currency) },
    { header: 'In a week', numeric: true, cell: (kpi) => kpiChangeText(kpi, currency) ?? '–' },
    { header: 'Score', numeric: true, cell: ({ score }) => (score === null ? '–' : formatShare(score)) },
    { header: 'Domain', cell: ({ family }) => sentence(family) },
    { header: 'Owner', cell: ({ owner }) => <AgentName id={owner} /> },
    { header: 'Squad', cell: ({ squad }) => <SquadName id={squad} /> },
  ];
}

function fits(kpi: KpiView, search: string): boolean {
  const text = [kpi.label, kpi.id, kpi.family, kpi.status, kpi.owner].join(' ').toLowerCase();
  return text.includes(search.trim().toLowerCase());
}

export function KpisPage() {
  const [search, setSearch] = useState('');
  const { currency } = useCompany();
  const query = useHealthBoard();
  return (
    <AppPage title="KPIs" subTitle="Value, target and owner of every KPI">
      <FilterInput placeholder="Name, domain, status or owner" value={search} onChange={setSearch} />
      <QueryView query={query}>
        {({ kpis }) => {
          const rows = kpis.filter((kpi) => fits(kpi, search));
          return (
            <Section title={`${rows.length} of ${kpis.length}`}>
              {rows.length === 0 ? (
                <Nothing>No KPI fits “{search}”.</Nothing>
              ) : (
                <DataTable label="KPIs" columns={columnsOf(currency)} rows={rows} rowKey={({ id }) => id} />
              )}
            </Section>
          );
        }}
      </QueryView>
    </AppPage>
  );
}
