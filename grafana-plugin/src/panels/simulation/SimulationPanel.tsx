import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { PanelProps } from '@grafana/data';
import { DataRoot } from '../../components/DataRoot/DataRoot.tsx';
import { Columns } from '../../components/Layout/Columns.tsx';
import { Nothing } from '../../components/Layout/Muted.tsx';
import { RecentRuns } from '../../components/Simulation/RecentRuns.tsx';
import { SimulationForm } from '../../components/Simulation/SimulationForm.tsx';
import { SimulationView } from '../../components/Simulation/SimulationView.tsx';
import type { SimulationOptions } from './options.ts';

function Workbench({ scenario }: SimulationOptions) {
  const [id, setId] = useState<string>();
  return (
    <Columns minimum={300}>
      <div>
        <SimulationForm key={scenario} type={scenario} onStarted={setId} />
        <RecentRuns onOpen={setId} />
      </div>
      <div className={result}>
        {id === undefined ? (
          <Nothing>Set the levers and run: the predicted KPIs appear here.</Nothing>
        ) : (
          <SimulationView id={id} />
        )}
      </div>
    </Columns>
  );
}

export function SimulationPanel({ width, height, options }: PanelProps<SimulationOptions>) {
  return (
    <DataRoot>
      <div className={scroll} style={{ width, height }}>
        <Workbench scenario={options.scenario} />
      </div>
    </DataRoot>
  );
}

const scroll = css({ overflow: 'auto', padding: 4 });
const result = css({ minWidth: 0 });
