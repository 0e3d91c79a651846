import { CompanyUnreadable, type CompanyReader } from './company-reader.ts';
import type { QueryParam } from './named-query.ts';
import { parseRows } from './postgres-reader.ts';

/** The capped rows of one query of one event, kept so that the event can be replayed without the company's database. */
export interface RecordedQuery {
  readonly name: string;
  readonly params: readonly QueryParam[];
  /** The rows, or why the company could not be read. */
  readonly rows: readonly unknown[] | { readonly unreadable: string };
  readonly truncated: boolean;
}

export interface Recording {
  readonly reader: CompanyReader;
  readonly queries: () => RecordedQuery[];
}

/** Asks every query once and remembers it: two agents that need the same rows share one query. */
export function recordingReader(source: CompanyReader): Recording {
  const asked = new Map<string, ReturnType<CompanyReader['query']>>();
  const answered = new Map<string, RecordedQuery>();
  return {
    reader: {
      async query(query, params = []) {
        const key = keyOf(query.name, params);
        const answer = asked.get(key) ?? source.query(query, params);
        asked.set(key, answer);
        try {
          const { rows, truncated } = await answer;
          answered.set(key, { name: query.name, params, rows, truncated });
          return { name: query.name, rows: parseRows(query, rows), truncated };
        } catch (error) {
          if (error instanceof CompanyUnreadable)
            answered.set(key, { name: query.name, params, rows: { unreadable: error.reason }, truncated: false });
          throw error;
        }
      },
    },
    queries: () => [...answered.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, recorded]) => recorded),
  };
}

/** Answers from a recording; a query that is not in it is unreadable. */
export function replayReader(recorded: readonly RecordedQuery[]): CompanyReader {
  const known = new Map(recorded.map((query) => [keyOf(query.name, query.params), query]));
  return {
    query(query, params = []) {
      const found = known.get(keyOf(query.name, params));
      if (found === undefined) return Promise.reject(new CompanyUnreadable(query.name, 'not recorded with this event'));
      const { rows, truncated } = found;
      if ('unreadable' in rows) return Promise.reject(new CompanyUnreadable(query.name, rows.unreadable));
      return Promise.resolve({ name: query.name, rows: parseRows(query, rows), truncated });
    },
  };
}

function keyOf(name: string, params: readonly QueryParam[]): string {
  return `${name} ${JSON.stringify(params)}`;
}
