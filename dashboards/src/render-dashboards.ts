import { poles, type TimeScale } from '@ai-cos/catalog';
import type { ClassicBoard } from './classic.ts';
import { productionContext, type BoardContext } from './board-context.ts';
import { coordinationBoard } from './boards/coordination.ts';
import { executiveBoard } from './boards/executive.ts';
import { kpiExplorerBoard } from './boards/kpi-explorer.ts';
import { poleBoard } from './boards/pole.ts';
import { stackOperationsBoard } from './boards/stack-operations.ts';
import { twoWorldsBoard } from './boards/two-worlds.ts';
import { finished } from './finish.ts';

function boards(context: BoardContext): ClassicBoard[] {
  return [
    executiveBoard(context),
    ...poles.map((pole) => poleBoard(pole, context)),
    kpiExplorerBoard(context),
    twoWorldsBoard(context),
    coordinationBoard(context),
    stackOperationsBoard(context),
  ];
}

/** File name → classic dashboard JSON of every board, at a time scale and in a reporting currency (ISO code). */
export function renderDashboards(scale: TimeScale, currency: string = productionContext.currency): Map<string, string> {
  return new Map(
    boards({ scale, currency }).map((builder) => {
      const dashboard = builder.build();
      return [`${dashboard.uid ?? ''}.json`, finished(dashboard)];
    })
  );
}
