import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** promtool as `npm test` names it, else as an earlier start unpacked it, else from PATH. */
export function promtoolCommand(): string {
  const named = process.env['AICOS_TEST_PROMTOOL'];
  if (named !== undefined && named !== '') return named;
  const unpacked = join(import.meta.dirname, '../../../.aicos/tools/usr/bin/promtool');
  return existsSync(unpacked) ? unpacked : 'promtool';
}
