import { readFileSync, writeFileSync } from 'node:fs';

const ABSOLUTE = Buffer.from('/usr/share/prometheus/');
const RELATIVE = Buffer.from('usr//share/prometheus/');

/**
 * Makes an unpacked program find its own files. Debian builds Prometheus and Alertmanager with the absolute folder of
 * their templates and pages; written as a relative path of equal length it is found from the folder they were unpacked
 * into, which is the working directory we start them in.
 */
export function relocate(program: string): void {
  const content = readFileSync(program);
  for (let at = content.indexOf(ABSOLUTE); at >= 0; at = content.indexOf(ABSOLUTE, at)) RELATIVE.copy(content, at);
  writeFileSync(program, content);
}
