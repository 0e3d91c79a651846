import { tables, type TableName, type Value } from '../twin/tables.ts';

const special = /[\\\t\n\r]/;

function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return '\\N';
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 't' : 'f';
    case 'string':
      return special.test(value) ? escapeText(value) : value;
    default:
      return `{${value.join(',')}}`;
  }
}

export function escapeText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

/** One line of PostgreSQL's COPY text format, columns in the order of `tables`. */
export function copyLine(table: TableName, row: object): string {
  const values = row as Readonly<Record<string, Value>>;
  let line = '';
  for (const column of tables[table]) line += (line === '' ? '' : '\t') + cell(values[column]);
  return `${line}\n`;
}
