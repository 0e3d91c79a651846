import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { HealthBoard, KpiView } from '@ai-cos/agent-runner/contract';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { HealthFigure } from '../../components/Kpi/HealthFigure.tsx';
import { KpiTile } from '../../components/Kpi/KpiTile.tsx';
import { Muted } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { useHealthBoard } from '../../data/kpis.ts';
import { formatShare } from '../../format/number.ts';
import { formatBusinessDate } from '../../format/time.ts';
import { plural, sentence } from '../../format/words.ts';

const worstFirst: Record<string, number> = { critical: 0, warning: 1, undefined: 2, ok: 3 };

function rank({ status }: KpiView): number {
  return worstFirst[status] ?? 4;
}

function domainsOf(kpis: readonly KpiView[]): Array<[string, KpiView[]]> {
  const domains = new Map<string, KpiView[]>();
  for (const kpi of kpis) {
    domains.set(kpi.family, [...(domains.get(kpi.family) ?? []), kpi]);
  }
  for (const members of domains.values()) {
    members.sort((left, right) => rank(left) - rank(right));
  }
  return [...domains].sort(([, left], [, right]) => rank(left[0] as KpiView) - rank(right[0] as KpiView));
}

function healthText(board: HealthBoard, name: string): string {
  const reading = board.health.find((one) => one.scope === 'domain' && one.name === name);
  return reading === undefined || reading.ratio === null ? '' : `health ${formatShare(reading.ratio)}`;
}

function Domains({ board }: { board: HealthBoard }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {domainsOf(board.kpis).map(([name, members]) => (
        <Section key={name} title={sentence(name)} aside={<Muted>{healthText(board, name)}</Muted>}>
          <div className={styles.tiles}>
            {members.map((kpi) => (
              <KpiTile key={kpi.id} kpi={kpi} />
            ))}
          </div>
        </Section>
      ))}
    </>
  );
}

/** All KPIs by domain, worst first, with the company's weighted health and its coverage. */
export function HealthPage() {
  const styles = useStyles2(getStyles);
  const query = useHealthBoard();
  return (
    <AppPage title="Health" subTitle="Every KPI by domain, what is out of band first">
      <QueryView query={query}>
        {(board) => (
          <>
            <div className={styles.top}>
              {board.health
                .filter(({ scope }) => scope === 'global' || scope === 'pole')
                .map((reading) => (
                  <HealthFigure
                    key={reading.scope + reading.name}
                    reading={reading}
                    label={reading.scope === 'global' ? 'Company' : sentence(reading.name)}
                  />
                ))}
            </div>
            <p>
              <Muted>
                {plural(board.kpis.filter(({ status }) => status === 'critical').length, 'KPI')} critical,{' '}
                {board.kpis.filter(({ status }) => status === 'warning').length} in warning,{' '}
                {board.kpis.filter(({ value }) => value === null).length} without a value, as of{' '}
                {formatBusinessDate(board.asOf)}
              </Muted>
            </p>
            <Domains board={board} />
          </>
        )}
      </QueryView>
    </AppPage>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    top: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2, 4), marginBottom: theme.spacing(2) }),
    tiles: css({
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(230px, 100%), 1fr))',
      gap: theme.spacing(1),
    }),
  };
}
