import React, { useCallback, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { ActionState, ActionSummary } from '@ai-cos/agent-runner/contract';
import { useActions } from '../../data/actions.ts';
import { useMe } from '../../data/me.ts';
import { ActionDetailView } from '../ActionDetail/ActionDetailView.tsx';
import { ActionList } from '../ActionList/ActionList.tsx';
import { Nothing } from '../Layout/Muted.tsx';
import { QueryView } from '../QueryView/QueryView.tsx';
import { BulkBar } from './BulkBar.tsx';
import { FilterBar } from './FilterBar.tsx';
import { cleanFilter, type InboxFilter } from './inbox-filter.ts';
import { inboxKeys } from './inbox-keys.ts';

interface Props {
  width: number;
  height: number;
  states: readonly ActionState[];
  fixedFilter: InboxFilter;
  showFilters: boolean;
  allowBulk: boolean;
  empty: string;
}

/** Below this width list and detail do not fit side by side. */
const splitWidth = 760;

function toggled(marked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(marked);
  if (!next.delete(id)) {
    next.add(id);
  }
  return next;
}

function neighbour(actions: readonly ActionSummary[], id: string | undefined, step: number): string | undefined {
  const index = actions.findIndex((action) => action.id === id);
  return actions[Math.min(actions.length - 1, Math.max(0, index + step))]?.id;
}

/** Actions sorted by urgency beside the one that is open; on narrow screens one after the other. */
export function ApprovalInbox({ width, height, states, fixedFilter, showFilters, allowBulk, empty }: Props) {
  const styles = useStyles2(getStyles);
  const [filter, setFilter] = useState<InboxFilter>({});
  const [openId, setOpenId] = useState<string>();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const query = useActions({
    ...cleanFilter({ ...filter, ...cleanFilter(fixedFilter) }),
    state: states,
    sort: 'urgency',
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const onEndReached = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const mayDecide = useMe().data?.rights.decide.allowed === true;
  const actions = query.data ?? [];
  const isSplit = width >= splitWidth;
  const shownId = openId ?? (isSplit ? actions[0]?.id : undefined);
  const onKeyDown = inboxKeys({
    onMove: (step) => setOpenId(neighbour(actions, shownId, step)),
    onMark: () => shownId !== undefined && setMarked(toggled(marked, shownId)),
  });

  const list = (
    <ActionList
      actions={actions}
      height="100%"
      selectedId={shownId}
      marked={allowBulk && mayDecide ? marked : undefined}
      onOpen={setOpenId}
      onMark={(id) => setMarked(toggled(marked, id))}
      onEndReached={onEndReached}
    />
  );
  return (
    <div className={styles.inbox} style={{ height }} onKeyDown={onKeyDown}>
      {showFilters && (isSplit || shownId === undefined) && <FilterBar filter={filter} onChange={setFilter} />}
      <BulkBar marked={actions.filter(({ id }) => marked.has(id))} onDone={() => setMarked(new Set())} />
      <div className={styles.body}>
        <QueryView query={query} loading="Reading the actions">
          {() => (
            <>
              {actions.length === 0 && shownId === undefined && <Nothing>{empty}</Nothing>}
              {actions.length > 0 && (isSplit || shownId === undefined) && <div className={styles.list}>{list}</div>}
              {shownId !== undefined && (
                <div className={styles.detail}>
                  <ActionDetailView
                    key={shownId}
                    id={shownId}
                    heading={
                      isSplit ? null : (
                        <Button
                          size="sm"
                          variant="secondary"
                          fill="text"
                          icon="arrow-left"
                          onClick={() => setOpenId(undefined)}
                        >
                          All actions
                        </Button>
                      )
                    }
                  />
                </div>
              )}
            </>
          )}
        </QueryView>
      </div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    inbox: css({ display: 'flex', flexDirection: 'column', minHeight: 0 }),
    body: css({ display: 'flex', flex: 1, minHeight: 0, gap: theme.spacing(2) }),
    list: css({ flex: '2 1 300px', minWidth: 0, minHeight: 0 }),
    detail: css({ flex: '3 1 360px', minWidth: 0, overflowY: 'auto', paddingRight: theme.spacing(1) }),
  };
}
