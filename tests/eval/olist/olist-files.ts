import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type OlistRow = Readonly<Record<string, string>>;

/** Cells of a CSV text with quotes, line breaks and commas inside cells; written anew, so that it shares no mistake with the importer. */
function csvRecords(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(index + 1) === '"') cell += text.charAt(++index);
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',' || sign === '\n') {
      record.push(cell.replace(/\r$/, ''));
      cell = '';
      if (sign === '\n') {
        records.push(record);
        record = [];
      }
    } else cell += sign;
  }
  if (cell !== '' || record.length > 0) records.push([...record, cell]);
  return records;
}

/** The rows of one file of the sample by the names of its header. */
export function olistRows(folder: string, file: string): readonly OlistRow[] {
  const [header = [], ...records] = csvRecords(readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, ''));
  return records.map((record) => Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])));
}

/** Milliseconds since 1970 of a time of the files, which carry no zone and are read as UTC; undefined for an empty cell. */
export function olistTime(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Date.parse(`${text.replace(' ', 'T')}Z`);
}
