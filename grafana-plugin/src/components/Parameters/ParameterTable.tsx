import React from 'react';
import { labelOfKey } from '../../format/words.ts';
import { DataTable } from '../Layout/DataTable.tsx';
import { Facts } from '../Layout/Facts.tsx';
import { Nothing } from '../Layout/Muted.tsx';
import { isRecordList, valueText } from './value-text.ts';

function columnsOf(rows: ReadonlyArray<Record<string, unknown>>) {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return keys.map((key) => ({
    header: labelOfKey(key),
    numeric: rows.every((row) => typeof row[key] === 'number'),
    cell: (row: Record<string, unknown>) => valueText(key, row[key]),
  }));
}

/** The exact parameters the digest covers: single values side by side, lists as tables. */
export function ParameterTable({ parameters }: { parameters: Readonly<Record<string, unknown>> }) {
  const entries = Object.entries(parameters);
  if (entries.length === 0) {
    return <Nothing>No parameters</Nothing>;
  }
  const single = entries.filter(([, value]) => !isRecordList(value));
  const lists = entries.filter((entry): entry is [string, Array<Record<string, unknown>>] => isRecordList(entry[1]));
  return (
    <>
      <Facts facts={single.map(([key, value]) => ({ label: labelOfKey(key), value: valueText(key, value) }))} />
      {lists.map(([key, rows]) => (
        <DataTable
          key={key}
          label={labelOfKey(key)}
          columns={columnsOf(rows)}
          rows={rows}
          rowKey={(row) => JSON.stringify(row)}
        />
      ))}
    </>
  );
}
