import React from 'react';
import { css } from '@emotion/css';
import type { PanelProps } from '@grafana/data';
import { DataRoot } from '../../components/DataRoot/DataRoot.tsx';
import { Columns } from '../../components/Layout/Columns.tsx';
import { Nothing } from '../../components/Layout/Muted.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { SquadCard } from '../../components/Squad/SquadCard.tsx';
import { useSquads } from '../../data/agents.ts';
import type { SquadOptions } from './options.ts';

function Squads({ squad }: SquadOptions) {
  const query = useSquads();
  return (
    <QueryView query={query} loading="Reading the squads">
      {(squads) => {
        const shown = squads.filter(({ id }) => !squad || id === squad);
        return shown.length === 0 ? (
          <Nothing>There is no squad “{squad}”: choose another in the options of this panel.</Nothing>
        ) : (
          <Columns minimum={300}>
            {shown.map((one) => (
              <SquadCard key={one.id} squad={one} />
            ))}
          </Columns>
        );
      }}
    </QueryView>
  );
}

export function SquadPanel({ options, width, height }: PanelProps<SquadOptions>) {
  return (
    <DataRoot>
      <div className={scroll} style={{ width, height }}>
        <Squads squad={options.squad} />
      </div>
    </DataRoot>
  );
}

const scroll = css({ overflow: 'auto' });
