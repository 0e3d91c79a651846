import { productionScale } from '@ai-cos/catalog';
import { caseFiles } from './cases/case-files.ts';
import { runbookFiles } from './runbooks/runbook-files.ts';
import { renderRules } from './render-rules.ts';

/** Folders that hold generated files and nothing else, from the root of the repository. */
export const generatedFolders = ['alert-rules/generated', 'alert-rules/test', 'alert-rules/runbooks'] as const;

function inFolder(folder: (typeof generatedFolders)[number], files: ReadonlyMap<string, string>) {
  return [...files].map(([name, content]) => [`${folder}/${name}`, content] as const);
}

/** Path from the root of the repository → content of every generated file. */
export function generatedFiles(): Map<string, string> {
  return new Map([
    ...inFolder('alert-rules/generated', renderRules(productionScale)),
    ...inFolder('alert-rules/test', caseFiles()),
    ...inFolder('alert-rules/runbooks', runbookFiles()),
  ]);
}
