export interface GridSize {
  readonly w: number;
  readonly h: number;
}

const columns = 24;

/** Positions row by row, left to right; a row is as high as its highest panel. The builder's own packing leaves the grid. */
export function packed(sizes: readonly GridSize[]): { x: number; y: number; w: number; h: number }[] {
  let [x, y, rowHeight] = [0, 0, 0];
  return sizes.map(({ w, h }) => {
    if (x + w > columns) {
      y += rowHeight;
      [x, rowHeight] = [0, 0];
    }
    const position = { x, y, w, h };
    x += w;
    rowHeight = Math.max(rowHeight, h);
    return position;
  });
}
