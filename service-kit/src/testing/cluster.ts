import { inject } from 'vitest';

/** The PostgreSQL cluster of this test run, started by vitest's global set-up; every role has the same password. */
export type TestCluster = { socketFolder: string; port: number; superuser: string; password: string };

declare module 'vitest' {
  export interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/** The address of a database of the test cluster for one of its roles. */
export function testUrl(role: string, database: string): string {
  const { socketFolder, port, password } = inject('testCluster');
  return `postgresql://${role}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(socketFolder)}`;
}

/** The address for creating and dropping databases; tests themselves connect as the roles a service would use. */
export function superuserUrl(database = 'postgres'): string {
  return testUrl(inject('testCluster').superuser, database);
}
