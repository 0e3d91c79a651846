import React from 'react';
import { labelOfKey } from '../../format/words.ts';
import { DataTable, type Column } from '../Layout/DataTable.tsx';
import { valueText } from './value-text.ts';

interface Props {
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}

interface Row {
  key: string;
  before: unknown;
  after: unknown;
}

const columns: ReadonlyArray<Column<Row>> = [
  { header: "In the company's system", cell: ({ key }) => labelOfKey(key) },
  { header: 'Before', numeric: true, cell: ({ key, before }) => valueText(key, before) },
  {
    header: 'After',
    numeric: true,
    cell: ({ key, before, after }) => {
      const text = valueText(key, after);
      return JSON.stringify(before) === JSON.stringify(after) ? text : <strong>{text}</strong>;
    },
  },
];

/** The target's own rows before and after the effect; what changed is bold. */
export function BeforeAfter({ before, after }: Props) {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const rows = keys.map((key) => ({ key, before: before?.[key], after: after?.[key] }));
  return <DataTable label="Before and after" columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
