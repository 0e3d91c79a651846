import type { NamedQuery, QueryParam, QueryResult } from './named-query.ts';

/** Read access to the company's own tables. Every query gets the business time as its first parameter. */
export interface CompanyReader {
  query<Row>(query: NamedQuery<Row>, params?: readonly QueryParam[]): Promise<QueryResult<Row>>;
}

/** The company's tables are not there or cannot be read as expected: an analysis then says "not enough data". */
export class CompanyUnreadable extends Error {
  readonly query: string;
  readonly reason: string;
  constructor(query: string, reason: string) {
    super(`query ${query}: ${reason}`);
    this.name = 'CompanyUnreadable';
    this.query = query;
    this.reason = reason;
  }
}
