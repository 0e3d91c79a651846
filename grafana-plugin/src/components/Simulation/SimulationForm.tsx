import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { ScenarioType } from '@ai-cos/agent-runner/contract';
import { usePermission } from '../../data/permissions.ts';
import { useRunSimulation } from '../../data/simulations.ts';
import { Muted } from '../Layout/Muted.tsx';
import { ProblemNotice } from '../QueryView/ProblemNotice.tsx';
import { LeverEditor, newDraft, type LeverDraft } from './LeverEditor.tsx';
import { idsIn, leverForms, leverOf } from './levers.ts';

interface Props {
  type: ScenarioType;
  onStarted: (id: string) => void;
}

const draws = 2048;

function nameOf({ name, type }: LeverDraft): string {
  return name.trim() === '' ? leverForms[type].label : name.trim();
}

/** Sets the levers and starts a run. */
export function SimulationForm({ type, onStarted }: Props) {
  const styles = useStyles2(getStyles);
  const [draft, setDraft] = useState(() => newDraft(type));
  const run = useRunSimulation();
  const { allowed, whyNot } = usePermission('simulate');
  return (
    <form
      className={styles.form}
      aria-label="Simulation"
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate(
          {
            scenarioName: nameOf(draft),
            levers: [leverOf(draft.type, draft.values, idsIn(draft.ids))],
            horizonDays: draft.horizonDays,
            draws,
            judgementLinks: 'off',
          },
          { onSuccess: ({ id }) => onStarted(id) }
        );
      }}
    >
      <LeverEditor draft={draft} onChange={setDraft} />
      <div>
        <Button type="submit" icon="play" disabled={!allowed || run.isPending} tooltip={whyNot ?? undefined}>
          {run.isPending ? 'Starting' : 'Run simulation'}
        </Button>
      </div>
      {!allowed && whyNot !== null && <Muted>{whyNot}</Muted>}
      {run.error !== null && <ProblemNotice error={run.error} />}
    </form>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return { form: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), minWidth: 0 }) };
}
