import React from 'react';
import { Button, Stack } from '@grafana/ui';
import type { Simulation } from '@ai-cos/agent-runner/contract';
import { usePermission } from '../../data/permissions.ts';
import { isBusy, useCancelSimulation, useProposal, useSimulation } from '../../data/simulations.ts';
import { formatShare } from '../../format/number.ts';
import { sentence } from '../../format/words.ts';
import { Muted, Nothing } from '../Layout/Muted.tsx';
import { ProblemNotice } from '../QueryView/ProblemNotice.tsx';
import { QueryView } from '../QueryView/QueryView.tsx';
import { Tag } from '../Tag/Tag.tsx';
import { links } from '../../links.ts';
import { ItemLink } from '../TextLink/ItemLink.tsx';
import { leverText } from './levers.ts';
import { SimulationResultView } from './SimulationResultView.tsx';

function Commands({ simulation }: { simulation: Simulation }) {
  const cancel = useCancelSimulation(simulation.id);
  const propose = useProposal(simulation.id);
  const { allowed, whyNot } = usePermission('simulate');
  return (
    <>
      <Stack wrap="wrap">
        {isBusy(simulation) && (
          <Button size="sm" variant="secondary" disabled={!allowed} onClick={() => cancel.mutate()}>
            Cancel
          </Button>
        )}
        {simulation.state === 'completed' && (
          <Button
            size="sm"
            variant="secondary"
            disabled={!allowed || propose.isPending || propose.isSuccess}
            tooltip={whyNot ?? 'People decide on it like on any other action'}
            onClick={() => propose.mutate()}
          >
            Open as proposal
          </Button>
        )}
      </Stack>
      {propose.data !== undefined && (
        <div role="status">
          The proposal was made:{' '}
          {propose.data.actionIds.map((actionId, index) => (
            <React.Fragment key={actionId}>
              {index > 0 && ', '}
              <ItemLink href={links.action(actionId)}>action {index + 1}</ItemLink>
            </React.Fragment>
          ))}
        </div>
      )}
      {propose.error !== null && <ProblemNotice error={propose.error} />}
      {cancel.error !== null && <ProblemNotice error={cancel.error} />}
    </>
  );
}

/** One run: its levers, how far it is, and its result. */
export function SimulationView({ id }: { id: string }) {
  const query = useSimulation(id);
  return (
    <QueryView query={query} loading="Reading the simulation">
      {(simulation) => (
        <Stack direction="column" gap={1.5}>
          <p>
            <Tag tone={simulation.state === 'failed' ? 'bad' : 'info'}>{sentence(simulation.state)}</Tag>{' '}
            {simulation.inputParams.map(leverText).join('; ')} <Muted>by {simulation.executedBy}</Muted>
          </p>
          {isBusy(simulation) && <p role="status">Running, {formatShare(simulation.progress)} done</p>}
          {simulation.failure !== null && <p role="alert">{simulation.failure}</p>}
          <Commands simulation={simulation} />
          {simulation.result !== null && <SimulationResultView simulation={simulation} result={simulation.result} />}
          {simulation.state === 'cancelled' && <Nothing>This run was cancelled; it has no result.</Nothing>}
        </Stack>
      )}
    </QueryView>
  );
}
