/** A program that writes committed files from the catalog; `outputs` are folders that hold nothing else. */
export type Generator = { name: string; script: string; outputs: readonly string[] };

export const GENERATORS: readonly Generator[] = [
  {
    name: 'alert rules',
    script: 'alert-rules/src/generate.ts',
    outputs: ['alert-rules/generated', 'alert-rules/test', 'alert-rules/runbooks'],
  },
  { name: 'dashboards', script: 'dashboards/src/generate.ts', outputs: ['dashboards/generated'] },
  {
    name: 'provisioning for compose',
    script: 'stack/src/provisioning/generate.ts',
    outputs: ['provisioning/generated'],
  },
  { name: 'reference pages', script: 'stack/src/reference/generate.ts', outputs: ['docs/reference'] },
];
