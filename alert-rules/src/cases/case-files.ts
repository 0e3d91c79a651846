import { flowCaseFiles } from './flow-case-files.ts';
import { kpiCaseFiles } from './kpi-case-files.ts';
import { metaCaseStepSeconds, metaTests } from './meta-cases.ts';
import { promtoolFile } from './promtool-file.ts';

/** File name → content of every promtool test file. */
export function caseFiles(): Map<string, string> {
  const meta = promtoolFile({
    claim: 'fires about the measuring itself, each alert alone, and the Watchdog always',
    kinds: ['meta'],
    evaluationSeconds: metaCaseStepSeconds,
    tests: metaTests,
  });
  return new Map([...kpiCaseFiles(), ...flowCaseFiles(), ['meta.test.yml', meta]]);
}
