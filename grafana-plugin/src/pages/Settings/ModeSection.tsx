import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { Mode, ModeView } from '@ai-cos/agent-runner/contract';
import { Muted, Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { ReasonForm } from '../../components/ReasonForm/ReasonForm.tsx';
import { useChangeMode, useMode } from '../../data/governance.ts';
import { usePermission } from '../../data/permissions.ts';
import { formatWallTime } from '../../format/time.ts';
import { sentence } from '../../format/words.ts';
import { modeOrder, modeWords } from './mode-words.ts';

function RunsAlone({ view, mode }: { view: ModeView; mode: Mode }) {
  const styles = useStyles2(getStyles);
  const entries = view.wouldRunAlone[mode];
  return (
    <div className={styles.alone} data-testid="would-run-alone">
      <strong>{modeWords[mode].meaning}</strong>
      {entries.length === 0 ? (
        <Nothing>Nothing would run without a person.</Nothing>
      ) : (
        <>
          <div>Would run without a person:</div>
          <ul className={styles.list}>
            {entries.map(({ actionType, why }) => (
              <li key={actionType}>
                {sentence(actionType)} <Muted>({why})</Muted>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function ModeControl({ view }: { view: ModeView }) {
  const [wanted, setWanted] = useState<Mode>();
  const change = useChangeMode();
  const { allowed, whyNot } = usePermission('changeMode');
  const shown = wanted ?? view.mode;
  return (
    <>
      <RadioButtonGroup
        aria-label="Mode"
        options={modeOrder.map((mode) => ({ label: modeWords[mode].name, value: mode }))}
        value={shown}
        onChange={(mode) => setWanted(mode === view.mode ? undefined : mode)}
      />
      <RunsAlone view={view} mode={shown} />
      {wanted !== undefined && allowed && (
        <ReasonForm
          label={`Change to ${modeWords[wanted].name}`}
          isPending={change.isPending}
          error={change.error}
          onSend={(reason) => change.mutate({ mode: wanted, reason }, { onSuccess: () => setWanted(undefined) })}
          onCancel={() => setWanted(undefined)}
        />
      )}
      {!allowed && <Muted>{whyNot}</Muted>}
    </>
  );
}

/** The mode, and before every change the list of what would then run without a person. */
export function ModeSection() {
  const query = useMode();
  return (
    <Section title="Mode">
      <QueryView query={query}>
        {(view) => (
          <>
            <p>
              Now: <strong>{modeWords[view.mode].name}</strong>{' '}
              <Muted>
                since {formatWallTime(view.since)} by {view.changedBy}: {view.reason}
              </Muted>
            </p>
            <ModeControl key={view.mode} view={view} />
          </>
        )}
      </QueryView>
    </Section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    alone: css({ margin: theme.spacing(1.5, 0) }),
    list: css({ paddingLeft: theme.spacing(3) }),
  };
}
