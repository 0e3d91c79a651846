import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ActionSummary, Plan } from '@ai-cos/agent-runner/contract';
import { links } from '../../links.ts';
import { Muted, Nothing } from '../Layout/Muted.tsx';
import { StateTag } from '../Tag/tags.tsx';
import { actionTones } from '../Tag/tones.ts';
import { ItemLink } from '../TextLink/ItemLink.tsx';
import { planLayout, type PlacedStep, type PlanLayout } from './plan-layout.ts';

const box = { width: 250, height: 112, gapX: 56, gapY: 20 };

function position({ column, row }: Pick<PlacedStep, 'column' | 'row'>): { left: number; top: number } {
  return { left: column * (box.width + box.gapX), top: row * (box.height + box.gapY) };
}

function edgePath(from: PlacedStep, to: PlacedStep): string {
  const start = position(from);
  const end = position(to);
  const x1 = start.left + box.width;
  const y1 = start.top + box.height / 2;
  const x2 = end.left - 6;
  const y2 = end.top + box.height / 2;
  const middle = (x1 + x2) / 2;
  return `M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${x2} ${y2}`;
}

function Edges({ layout }: { layout: PlanLayout }) {
  const styles = useStyles2(getStyles);
  const placed = new Map(layout.steps.map((step) => [step.actionId, step]));
  return (
    <svg className={styles.edges} aria-hidden="true">
      <defs>
        <marker
          id="aicos-plan-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 L8 4 L0 8 Z" className={styles.arrow} />
        </marker>
      </defs>
      {layout.edges.map(({ from, to }) => {
        const start = placed.get(from);
        const end = placed.get(to);
        return start === undefined || end === undefined ? null : (
          <path
            key={`${from}-${to}`}
            d={edgePath(start, end)}
            className={styles.edge}
            markerEnd="url(#aicos-plan-arrow)"
          />
        );
      })}
    </svg>
  );
}

function StepBox({ number, step, action }: { number: number; step: PlacedStep; action: ActionSummary | undefined }) {
  const styles = useStyles2(getStyles);
  const tone = action === undefined ? 'neutral' : actionTones[action.state];
  return (
    <li className={cx(styles.step, styles[tone])} style={{ ...position(step), width: box.width, height: box.height }}>
      <div className={styles.name}>
        <Muted>{number}.</Muted>{' '}
        {action === undefined ? 'unknown action' : <ItemLink href={links.action(action.id)}>{action.title}</ItemLink>}
      </div>
      {action !== undefined && (
        <div className={styles.foot}>
          <StateTag state={action.state} />
          <Muted>risk {action.risk}/100</Muted>
        </div>
      )}
    </li>
  );
}

/** The steps of a plan from left to right; an arrow means "waits for". */
export function PlanGraph({ plan }: { plan: Pick<Plan, 'steps' | 'actions'> }) {
  const styles = useStyles2(getStyles);
  if (plan.steps.length === 0) {
    return <Nothing>The plan has no steps: no finding was strong enough for an action.</Nothing>;
  }
  const layout = planLayout(plan.steps);
  const actions = new Map(plan.actions.map((action) => [action.id, action]));
  const width = layout.columns * (box.width + box.gapX) - box.gapX;
  const height = layout.rows * (box.height + box.gapY) - box.gapY;
  return (
    <div className={styles.scroll} role="region" aria-label="Steps of the plan" tabIndex={0} data-testid="plan-graph">
      <div style={{ position: 'relative', width, height }}>
        <Edges layout={layout} />
        <ol className={styles.list}>
          {layout.steps.map((step, index) => (
            <StepBox key={step.actionId} number={index + 1} step={step} action={actions.get(step.actionId)} />
          ))}
        </ol>
      </div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const edge = (color: string) => css({ borderTopColor: color });
  const { colors } = theme;
  return {
    scroll: css({ overflowX: 'auto', paddingBottom: theme.spacing(1) }),
    edges: css({ position: 'absolute', inset: 0, width: '100%', height: '100%', overflow: 'visible' }),
    edge: css({ fill: 'none', stroke: colors.text.secondary, strokeWidth: 1.5 }),
    arrow: css({ fill: colors.text.secondary }),
    list: css({ listStyle: 'none', margin: 0, padding: 0 }),
    step: css({
      position: 'absolute',
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: theme.spacing(1),
      background: colors.background.secondary,
      border: `1px solid ${colors.border.medium}`,
      borderTopWidth: 3,
      borderRadius: theme.shape.radius.default,
    }),
    name: css({
      display: '-webkit-box',
      WebkitLineClamp: 3,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      lineHeight: 1.35,
    }),
    foot: css({
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'center',
      overflow: 'hidden',
      whiteSpace: 'nowrap',
    }),
    neutral: edge(colors.border.strong),
    good: edge(colors.success.main),
    warn: edge(colors.warning.main),
    bad: edge(colors.error.main),
    info: edge(colors.info.main),
  };
}
