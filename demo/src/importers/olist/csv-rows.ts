import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { DomainError } from '@ai-cos/service-kit';
import { escapeText } from '../../sinks/copy-text.ts';
import type { ColumnType, CsvColumn, CsvFile } from './files.ts';

const patterns: Readonly<Record<Exclude<ColumnType, 'text'>, { pattern: RegExp; wanted: string }>> = {
  integer: { pattern: /^-?\d{1,9}$/, wanted: 'a whole number' },
  decimal: { pattern: /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/, wanted: 'a number with a decimal point' },
  timestamp: { pattern: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, wanted: 'a time like 2018-08-15 04:10:37' },
};

/** Path of a file or of its .gz; the error names the file that is missing. */
export function pathOf(folder: string, { file }: CsvFile): string {
  for (const name of [file, `${file}.gz`]) if (existsSync(join(folder, name))) return join(folder, name);
  throw new DomainError(
    'missing_file',
    `${folder} has no ${file} (nor ${file}.gz); the Olist data set consists of nine CSV files.`
  );
}

function open(path: string): Readable {
  const stream = createReadStream(path);
  return path.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** Lines for COPY, checked cell by cell; a wrong one stops with file, line and column. */
export async function* copyLines(path: string, file: CsvFile): AsyncGenerator<string> {
  const parser = open(path).pipe(parse({ bom: true, info: true, relax_column_count: true }));
  let positions: number[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (positions === null) positions = positionsOf(record, file);
      else yield line(record, positions, file, info.lines);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('unreadable_file', `${file.file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (positions === null) throw new DomainError('empty_file', `${file.file} is empty; it needs a header line.`);
}

function positionsOf(header: readonly string[], file: CsvFile): number[] {
  return file.columns.map(({ name }) => {
    const position = header.indexOf(name);
    if (position >= 0) return position;
    throw new DomainError(
      'missing_column',
      `${file.file}, line 1: column ${name} is missing; found ${header.join(', ')}.`
    );
  });
}

function line(record: readonly string[], positions: readonly number[], file: CsvFile, lineNumber: number): string {
  const cells = file.columns.map((column, index) => cell(record[positions[index] ?? -1], column, file, lineNumber));
  return `${cells.join('\t')}\n`;
}

function cell(text: string | undefined, column: CsvColumn, { file }: CsvFile, lineNumber: number): string {
  const place = `${file}, line ${String(lineNumber)}, column ${column.name}`;
  if (text === undefined) throw new DomainError('missing_cell', `${place}: the line has too few columns.`);
  if (text === '') {
    if (column.optional) return '\\N';
    throw new DomainError('missing_cell', `${place}: a value is needed here.`);
  }
  if (column.type !== 'text') {
    const { pattern, wanted } = patterns[column.type];
    if (!pattern.test(text)) throw new DomainError('wrong_type', `${place}: "${text.slice(0, 60)}" is not ${wanted}.`);
  }
  return escapeText(text);
}
