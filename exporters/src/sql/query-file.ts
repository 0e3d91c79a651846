import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One `.sql` file: a SELECT and, in its leading comments, what surrounds it. */
export interface QueryFile {
  readonly name: string;
  /** `-- @with a, b`: fragments the SELECT reads like tables. */
  readonly uses: readonly string[];
  /** `-- @scale n`: the value is n × numerator ÷ denominator; without it the SELECT names its value itself. */
  readonly scale: string | undefined;
  /** `-- @matures n`: days until a day's figures no longer change. */
  readonly maturesDays: number;
  /** `-- @feeds a, b`: what must be fresh, for figures that no KPI record describes. */
  readonly feeds: readonly string[];
  readonly select: string;
}

const directive = /^-- @(\w+) (.+)$/gm;

export function parseQueryFile(name: string, text: string): QueryFile {
  const directives = new Map([...text.matchAll(directive)].map(([, key = '', value = '']) => [key, value.trim()]));
  return {
    name,
    uses: directives.get('with')?.split(/,\s*/) ?? [],
    scale: directives.get('scale'),
    feeds: directives.get('feeds')?.split(/,\s*/) ?? [],
    maturesDays: Number(directives.get('matures') ?? 0),
    select: text.replaceAll(/^--.*\n/gm, '').trim(),
  };
}

/** Every `.sql` file of a folder by its name without the ending. */
export function readQueryFolder(folder: string): ReadonlyMap<string, QueryFile> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  return new Map(
    files.map((file) => {
      const name = basename(file, '.sql');
      return [name, parseQueryFile(name, readFileSync(join(folder, file), 'utf8'))];
    })
  );
}
