export type { TestCluster } from './cluster.ts';
export { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './database.ts';
export type { Migrate } from './templates.ts';
export { testTool, type TestTools } from './tools.ts';
