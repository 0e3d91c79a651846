import React from 'react';
import { kpiLabel } from '../../format/kpi-value.ts';
import { agentName, squadName } from '../../format/words.ts';
import { links } from '../../links.ts';
import { ItemLink } from './ItemLink.tsx';

export function KpiName({ id }: { id: string }) {
  return <ItemLink href={links.kpi(id)}>{kpiLabel(id)}</ItemLink>;
}

export function AgentName({ id }: { id: string }) {
  return <ItemLink href={links.agent(id)}>{agentName(id)}</ItemLink>;
}

export function SquadName({ id }: { id: string }) {
  return <ItemLink href={links.squad(id)}>{squadName(id)}</ItemLink>;
}

/** Several names in one line. */
export function NameList({ ids, name: Name }: { ids: readonly string[]; name: React.ComponentType<{ id: string }> }) {
  return (
    <>
      {ids.map((id, index) => (
        <React.Fragment key={id}>
          {index > 0 && ', '}
          <Name id={id} />
        </React.Fragment>
      ))}
    </>
  );
}
