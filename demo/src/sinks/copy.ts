import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from '@ai-cos/service-kit';
import { from as copyFrom } from 'pg-copy-streams';
import { tables, type TableName } from '../twin/tables.ts';
import { copyLine } from './copy-text.ts';

/** Streams rows of the twin into a table of schema `shop`. */
export async function copyRows(client: PoolClient, table: TableName, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const target = client.query(copyFrom(`COPY shop.${table} (${tables[table].join(', ')}) FROM STDIN`));
  await pipeline(Readable.from(chunksOf(table, rows)), target);
}

const linesPerChunk = 2000;

function* chunksOf(table: TableName, rows: readonly object[]): Generator<string> {
  for (let from = 0; from < rows.length; from += linesPerChunk) {
    let text = '';
    for (const row of rows.slice(from, from + linesPerChunk)) text += copyLine(table, row);
    yield text;
  }
}
