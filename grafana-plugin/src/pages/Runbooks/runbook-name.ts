/** `runbook` may be a bare alert name, a file or an address: the page needs the name alone. */
export function runbookName(runbook: string): string {
  return (runbook.split('/').at(-1) ?? runbook).replace(/\.md$/, '');
}
