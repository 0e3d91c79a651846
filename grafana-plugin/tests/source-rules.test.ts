import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.join(__dirname, '..', 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

interface Rule {
  name: string;
  forbidden: RegExp;
  /** Tests may do what the shipped code may not. */
  inTests?: boolean;
}

const rules: Rule[] = [
  { name: 'calls no alert, confirm or prompt', forbidden: /\b(?:window\.)?(?:alert|confirm|prompt)\(/ },
  { name: 'leaves window.location to locationService', forbidden: /\b(?:window|document)\.location\b/ },
  { name: 'opens no window without noopener', forbidden: /window\.open\((?![^)]*noopener)/ },
  { name: 'suppresses no type error', forbidden: /@ts-ignore|@ts-nocheck/, inTests: true },
  { name: 'imports no stylesheet', forbidden: /import .*\.(?:css|scss)['"]/, inTests: true },
  { name: 'sets no global styles', forbidden: /\binjectGlobal\b|<Global\b/ },
  { name: 'uses no gf-form class', forbidden: /gf-form/ },
  { name: 'queries no data source by hand', forbidden: /\/api\/ds\/query/ },
  { name: 'reads no environment and no file', forbidden: /process\.env|from ['"](?:node:)?fs['"]/ },
  {
    name: 'uses nothing React 19 removed',
    forbidden: /findDOMNode|\.defaultProps\s*=|ref="|PropTypes|ReactDOM\.render\(/,
  },
  { name: 'prints nothing', forbidden: /\bconsole\.\w+\(/ },
];

const shipped = files.filter((file) => !file.startsWith('test') && !file.includes('.test.'));

describe('the source', () => {
  it.each(rules)('$name', ({ forbidden, inTests }) => {
    const checked = inTests === true ? files : shipped;
    const offenders = checked.filter((file) => forbidden.test(readFileSync(path.join(source, file), 'utf8')));
    expect(offenders).toEqual([]);
  });
});

/** Files a panel reaches by static imports, shared code included. */
function reachable(entry: string): Set<string> {
  const seen = new Set<string>();
  const queue = [path.join(source, entry)];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) {
      continue;
    }
    seen.add(file);
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
      if (/\.tsx?$/.test(specifier)) {
        queue.push(path.resolve(path.dirname(file), specifier));
      }
    }
  }
  return seen;
}

describe('the panels', () => {
  it.each(['approval', 'simulation', 'squad'])('%s reaches no lazy import: its chunks would not be found', (panel) => {
    const offenders = [...reachable(`panels/${panel}/module.ts`)].filter((file) =>
      /\bimport\(|React\.lazy|\blazy\(/.test(readFileSync(file, 'utf8'))
    );
    expect(offenders).toEqual([]);
  });
});
