import React from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

export interface Column<T> {
  header: string;
  numeric?: boolean;
  cell: (row: T) => React.ReactNode;
}

interface Props<T> {
  label: string;
  columns: ReadonlyArray<Column<T>>;
  rows: readonly T[];
  rowKey: (row: T) => string;
}

/** A plain table that scrolls sideways by itself when the screen is narrow. */
export function DataTable<T>({ label, columns, rows, rowKey }: Props<T>) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={cx(styles.table, columns.length > 3 && styles.wide)}>
        <thead>
          <tr>
            {columns.map(({ header, numeric }) => (
              <th key={header} className={numeric === true ? styles.numeric : undefined} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ header, numeric, cell }) => (
                <td key={header} className={numeric === true ? styles.numeric : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    scroll: css({ overflowX: 'auto' }),
    table: css({
      width: '100%',
      borderCollapse: 'collapse',
      'th, td': {
        textAlign: 'left',
        padding: theme.spacing(0.75, 1.5, 0.75, 0),
        borderBottom: `1px solid ${theme.colors.border.weak}`,
        verticalAlign: 'top',
      },
      th: { color: theme.colors.text.secondary, fontWeight: 400, fontSize: theme.typography.bodySmall.fontSize },
      'tr:last-child td': { borderBottom: 'none' },
    }),
    wide: css({ [theme.breakpoints.down('md')]: { minWidth: 620 } }),
    numeric: css({ '&&': { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } }),
  };
}
