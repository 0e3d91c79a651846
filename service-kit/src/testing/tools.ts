import { inject } from 'vitest';

/** Programs that tests of real processes need; `npm test` fetches them before it starts. */
export type TestTools = Partial<
  Record<'prometheus' | 'promtool' | 'alertmanager' | 'amtool' | 'redis' | 'browser', string>
>;

declare module 'vitest' {
  export interface ProvidedContext {
    testTools: TestTools;
  }
}

/** The file of a program; throws with the command that fetches it when it is missing. */
export function testTool(name: keyof TestTools): string {
  const file = inject('testTools')[name];
  if (file === undefined) throw new Error(`${name} is missing: run npm test once, or stack/bootstrap.mjs tools`);
  return file;
}
