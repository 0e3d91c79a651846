import { productionScale } from '@ai-cos/catalog';
import { renderDashboards } from '../src/render-dashboards.ts';

export interface BoardPanel {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  datasource?: { type: string; uid: string };
  targets?: { expr: string; refId: string; datasource: { uid: string } }[];
  transformations?: { id: string }[];
  fieldConfig?: { defaults: { unit?: string; thresholds?: unknown; links?: { url: string }[] } };
}

export interface Board {
  uid: string;
  id: null;
  title: string;
  schemaVersion: number;
  panels: BoardPanel[];
  links: { type: string; url: string; tags: string[] }[];
  templating: { list: Record<string, unknown>[] };
  annotations: { list: { name: string; datasource: { uid: string }; expr?: string }[] };
}

function parsed(files: ReadonlyMap<string, string>): Board[] {
  return [...files.values()].map((text) => JSON.parse(text) as Board);
}

export const boards = parsed(renderDashboards(productionScale));
export const demoBoards = parsed(renderDashboards({ daySeconds: 20, evaluationSeconds: 2, scrapeSeconds: 2 }, 'BRL'));

/** Every query of every board with the place it stands in. */
export const queries = boards.flatMap((board) => [
  ...board.panels.flatMap((panel) =>
    (panel.targets ?? []).map(({ expr, refId }) => ({ where: `${board.uid} / ${panel.title} / ${refId}`, expr }))
  ),
  ...board.annotations.list.flatMap(({ name, expr }) =>
    expr === undefined ? [] : [{ where: `${board.uid} / annotation ${name}`, expr }]
  ),
]);
