import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  AnnotationQueryBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  type AnnotationQuery,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { ClassicBoard } from './classic.ts';
import { companyDays, type BoardContext } from './board-context.ts';
import { datasourceVariable, grafanaItself, prometheus } from './datasource.ts';
import { companyHeader } from './panels/company-header.ts';

export interface BoardText {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** Company days shown when the board is opened. */
  readonly days: number;
  /** Which firing alerts are marked, as a matcher of `ALERTS`. */
  readonly alerts: string;
}

/** Grafana's own annotations are asked for by tag; the builder knows only data queries as target. */
function actionAnnotations(): Builder<AnnotationQuery> {
  const target = { type: 'tags', tags: ['aicos'], limit: 100, matchAny: false };
  return {
    build: () => ({
      name: 'Actions',
      datasource: grafanaItself,
      enable: true,
      hide: false,
      iconColor: 'blue',
      type: 'tags',
      target: Object.assign(target, { _implementsDataqueryVariant: () => undefined }),
    }),
  };
}

function alertAnnotations(matcher: string): AnnotationQueryBuilder {
  return new AnnotationQueryBuilder()
    .name('Alerts')
    .datasource(prometheus)
    .enable(true)
    .iconColor('red')
    .expr(`ALERTS{alertstate="firing",${matcher}}`)
    .titleFormat('{{alertname}}')
    .textFormat('{{severity}} · {{kpi}} · {{agent}}')
    .tagKeys('severity');
}

/** What all boards have in common: data source, header, marks, links, company time. */
export function board(text: BoardText, context: BoardContext): ClassicBoard {
  const builder = new ClassicBoard(text.title)
    .uid(text.uid)
    .description(text.description)
    .tags(['aicos'])
    .time({ from: `now-${companyDays(context, text.days)}`, to: 'now' })
    .refresh(context.scale.scrapeSeconds < 30 ? '5s' : '1m')
    .tooltip(DashboardCursorSync.Crosshair)
    .readonly()
    .withVariable(datasourceVariable())
    .annotation(actionAnnotations())
    .annotation(alertAnnotations(text.alerts))
    .link(
      new DashboardLinkBuilder('Boards')
        .type(DashboardLinkType.Dashboards)
        .tags(['aicos'])
        .asDropdown(true)
        .keepTime(true)
    )
    .link(
      new DashboardLinkBuilder('What needs you')
        .type(DashboardLinkType.Link)
        .url('/a/aicos-app/home')
        .icon('external link')
    );
  for (const panel of companyHeader()) builder.withPanel(panel);
  return builder;
}
