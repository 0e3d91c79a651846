import React, { useEffect, useRef } from 'react';
import { css } from '@emotion/css';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ActionSummary } from '@ai-cos/agent-runner/contract';
import { ActionRow } from './ActionRow.tsx';

interface Props {
  actions: readonly ActionSummary[];
  height: number | string;
  selectedId: string | undefined;
  /** Ids marked for a bulk decision; undefined where marking makes no sense. */
  marked: ReadonlySet<string> | undefined;
  onOpen: (id: string) => void;
  onMark: (id: string) => void;
  onEndReached: () => void;
}

const estimatedRowHeight = 96;

/** Only the rows in sight are in the page, so 10,000 actions scroll like ten. */
export function ActionList({ actions, height, selectedId, marked, onOpen, onMark, onEndReached }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay inside this component
  const rows = useVirtualizer({
    count: actions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedRowHeight,
    overscan: 6,
    getItemKey: (index) => actions[index]?.id ?? index,
    initialRect: { width: 400, height: 600 },
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= actions.length - 10) {
      onEndReached();
    }
  }, [last, actions.length, onEndReached]);
  return (
    <div ref={scroller} style={{ height }} className={scrollStyle} data-testid="action-list">
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, key, start }) => {
          const action = actions[index];
          return action === undefined ? null : (
            <div
              key={key}
              data-index={index}
              ref={rows.measureElement}
              className={itemStyle}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ActionRow
                action={action}
                selected={action.id === selectedId}
                marked={marked?.has(action.id)}
                onOpen={() => onOpen(action.id)}
                onMark={() => onMark(action.id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const scrollStyle = css({ overflowY: 'auto', contain: 'strict', minHeight: 120 });
const itemStyle = css({ position: 'absolute', top: 0, left: 0, width: '100%' });
