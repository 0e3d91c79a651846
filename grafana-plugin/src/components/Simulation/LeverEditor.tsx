import React from 'react';
import { Field, Input, RadioButtonGroup, Slider } from '@grafana/ui';
import type { ScenarioType } from '@ai-cos/agent-runner/contract';
import { Muted } from '../Layout/Muted.tsx';
import { leverForms, scenarioTypes, startValues, type LeverValues } from './levers.ts';

export interface LeverDraft {
  type: ScenarioType;
  values: LeverValues;
  ids: string;
  horizonDays: number;
  name: string;
}

export function newDraft(type: ScenarioType): LeverDraft {
  return { type, values: startValues(type), ids: '', horizonDays: 60, name: '' };
}

interface Props {
  draft: LeverDraft;
  onChange: (draft: LeverDraft) => void;
}

/** Scenario type, its levers as sliders with numbers, horizon and a name. */
export function LeverEditor({ draft, onChange }: Props) {
  const { about, fields, ids } = leverForms[draft.type];
  return (
    <>
      <RadioButtonGroup
        aria-label="Scenario"
        options={scenarioTypes.map((type) => ({ label: leverForms[type].label, value: type }))}
        value={draft.type}
        onChange={(type) => onChange({ ...draft, type, values: startValues(type), ids: '' })}
      />
      <p>
        <Muted>{about}</Muted>
      </p>
      {fields.map(({ name, label, unit, min, max, step }) => (
        <Field key={`${draft.type}-${name}`} label={`${label} (${unit})`} noMargin>
          <Slider
            inputId={`lever-${name}`}
            min={min}
            max={max}
            step={step}
            value={draft.values[name] ?? 0}
            onChange={(value) => onChange({ ...draft, values: { ...draft.values, [name]: value } })}
          />
        </Field>
      ))}
      {ids !== undefined && (
        <Field label={ids.label} description="Ids, separated by commas; empty means all" noMargin>
          <Input
            id={`lever-${ids.name}`}
            value={draft.ids}
            placeholder="all"
            onChange={(event) => onChange({ ...draft, ids: event.currentTarget.value })}
          />
        </Field>
      )}
      <Field label="Horizon (business days)" noMargin>
        <Slider
          inputId="lever-horizon"
          min={7}
          max={180}
          value={draft.horizonDays}
          onChange={(horizonDays) => onChange({ ...draft, horizonDays })}
        />
      </Field>
      <Field label="Name" noMargin>
        <Input
          id="lever-scenario-name"
          value={draft.name}
          placeholder={leverForms[draft.type].label}
          maxLength={200}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
      </Field>
    </>
  );
}
