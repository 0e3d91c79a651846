import { Company } from '@ai-cos/catalog';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyDifference } from '../governance/policy-difference.ts';
import { defaultPolicy } from '../governance/policy.ts';
import { unsatisfiableRules } from '../governance/satisfiable.ts';
import { loadPolicy } from './policy-file.ts';

const company = Company.parse({
  people: [
    { id: 'ada', name: 'Ada', groups: ['pole:business'] },
    { id: 'alex', name: 'Alex', groups: ['admin'] },
  ],
});
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aicos-policy-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function load(yaml: string) {
  const file = join(folder, 'policy.yaml');
  writeFileSync(file, yaml);
  return loadPolicy(file, company);
}

const tier = (slots: string) => `{ slots: ${slots}, slotsOnObjection: [[any]], objectionBlocks: false }`;
const tiers = (high: string) =>
  `tiers:\n  low: ${tier('[[any]]')}\n  medium: ${tier('[[any]]')}\n  high: ${tier(high)}\n  critical: ${tier('[[admin], [any]]')}\n`;

describe('a policy file', () => {
  it('replaces the policy that ships and says what it changes', () => {
    const policy = load(`${tiers('[[admin], [any]]')}breaker: { failuresPerHour: 1 }\n`);

    expect(policyDifference(defaultPolicy, policy)).toEqual(
      expect.arrayContaining([
        'breaker.failuresPerHour: 3 → 1',
        'tiers.high.slots: [["any"],["any"]] → [["admin"],["any"]]',
      ])
    );
  });

  it.each([
    [
      'more people than there are',
      tiers('[[any], [any], [any]]'),
      /policy\.yaml:4 tiers\.high\.slots: .*the approvers/,
    ],
    ['a group nobody is in', tiers("[['pole:tech']]"), /policy\.yaml:4 .*approvers of technology/],
    ['an unknown field', 'modes: {}\n', /policy\.yaml:1 modes/],
    ['a quorum of zero', tiers('[]'), /policy\.yaml:4 tiers\.high\.slots/],
  ])('is refused for %s, with the line', (_name, yaml, message) => {
    expect(() => load(yaml)).toThrow(message);
  });

  it('that ships can be fulfilled by three people of the right groups', () => {
    const people = [{ id: 'ben', name: 'Ben', groups: ['pole:tech'] }, ...company.people];

    expect(unsatisfiableRules(defaultPolicy, Company.parse({ people }).people)).toEqual([]);
  });
});
