import React, { useState } from 'react';
import { FilterInput } from '@grafana/ui';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { Columns } from '../../components/Layout/Columns.tsx';
import { Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { links } from '../../links.ts';
import { useRunbookNames } from './use-runbooks.ts';

export function RunbooksPage() {
  const [search, setSearch] = useState('');
  const query = useRunbookNames();
  return (
    <AppPage title="Runbooks" subTitle="What each alert means and what to do">
      <FilterInput placeholder="Name of an alert" value={search} onChange={setSearch} />
      <QueryView query={query}>
        {(names) => {
          const shown = names.filter((name) => name.toLowerCase().includes(search.trim().toLowerCase()));
          return (
            <Section title={`${shown.length} of ${names.length}`}>
              {shown.length === 0 && <Nothing>No runbook fits “{search}”.</Nothing>}
              <Columns minimum={280}>
                {shown.map((name) => (
                  <ItemLink key={name} href={links.runbook(name)}>
                    {name}
                  </ItemLink>
                ))}
              </Columns>
            </Section>
          );
        }}
      </QueryView>
    </AppPage>
  );
}
