import React from 'react';
import { Button } from '@grafana/ui';
import { useSimulations } from '../../data/simulations.ts';
import { links } from '../../links.ts';
import { Muted } from '../Layout/Muted.tsx';
import { ItemLink } from '../TextLink/ItemLink.tsx';

const shownRuns = 4;

/** The latest saved runs, to look at again; comparing is a page of the app. */
export function RecentRuns({ onOpen }: { onOpen: (id: string) => void }) {
  const { data } = useSimulations();
  if (data === undefined || data.length === 0) {
    return null;
  }
  return (
    <div>
      <Muted>Saved runs</Muted>
      {data.slice(0, shownRuns).map(({ id, scenarioName }) => (
        <div key={id}>
          <Button size="sm" variant="secondary" fill="text" onClick={() => onOpen(id)}>
            {scenarioName}
          </Button>
        </div>
      ))}
      <ItemLink href={links.simulations()}>Compare runs</ItemLink>
    </div>
  );
}
