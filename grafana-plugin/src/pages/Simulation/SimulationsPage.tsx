import React, { useState } from 'react';
import { Button, Checkbox, LinkButton } from '@grafana/ui';
import type { Simulation } from '@ai-cos/agent-runner/contract';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { DataTable, type Column } from '../../components/Layout/DataTable.tsx';
import { Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { ProblemNotice } from '../../components/QueryView/ProblemNotice.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { ComparisonTable } from '../../components/Simulation/ComparisonTable.tsx';
import { leverText } from '../../components/Simulation/levers.ts';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { useCompare, useSimulations } from '../../data/simulations.ts';
import { formatNumber } from '../../format/number.ts';
import { formatWallTime } from '../../format/time.ts';
import { sentence } from '../../format/words.ts';
import { links } from '../../links.ts';

function columnsOf(picked: readonly string[], onPick: (id: string) => void): ReadonlyArray<Column<Simulation>> {
  return [
    {
      header: 'Compare',
      cell: ({ id, scenarioName, state }) => (
        <Checkbox
          aria-label={`Compare ${scenarioName}`}
          value={picked.includes(id)}
          disabled={state !== 'completed'}
          onChange={() => onPick(id)}
        />
      ),
    },
    { header: 'Name', cell: ({ id, scenarioName }) => <ItemLink href={links.simulation(id)}>{scenarioName}</ItemLink> },
    { header: 'Levers', cell: ({ inputParams }) => inputParams.map(leverText).join('; ') },
    { header: 'State', cell: ({ state }) => sentence(state) },
    { header: 'Confidence (of 100)', numeric: true, cell: ({ confidence }) => formatNumber(confidence) },
    { header: 'By', cell: ({ executedBy }) => executedBy },
    { header: 'When', cell: ({ createdAt }) => formatWallTime(createdAt) },
  ];
}

function toggled(picked: readonly string[], id: string): string[] {
  return picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id].slice(-2);
}

export function SimulationsPage() {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const query = useSimulations();
  const compare = useCompare();
  const pick = (id: string) => {
    compare.reset();
    setPicked(toggled(picked, id));
  };
  return (
    <AppPage
      title="Simulation"
      subTitle="What would happen if"
      actions={<LinkButton href={links.newSimulation()}>New simulation</LinkButton>}
    >
      <Section
        title="Saved runs"
        aside={
          <Button
            size="sm"
            variant="secondary"
            disabled={picked.length !== 2}
            onClick={() => compare.mutate([...picked])}
          >
            Compare two
          </Button>
        }
      >
        <QueryView query={query}>
          {(rows) =>
            rows.length === 0 ? (
              <Nothing>No simulation yet.</Nothing>
            ) : (
              <>
                <DataTable label="Simulations" columns={columnsOf(picked, pick)} rows={rows} rowKey={({ id }) => id} />
                {compare.data !== undefined && (
                  <ComparisonTable
                    comparison={compare.data}
                    names={picked.map((id) => rows.find((row) => row.id === id)?.scenarioName ?? id)}
                  />
                )}
              </>
            )
          }
        </QueryView>
        {compare.error !== null && <ProblemNotice error={compare.error} />}
      </Section>
    </AppPage>
  );
}
