import { readdirSync, readFileSync } from 'node:fs';

export interface Migration {
  name: string;
  sql: string;
}

const FOLDER = new URL('./migrations/', import.meta.url);

/** Every migration in the order of its number. */
export function readMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: readFileSync(new URL(name, FOLDER), 'utf8') }));
}
