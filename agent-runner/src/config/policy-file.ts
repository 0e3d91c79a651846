import type { Company } from '@ai-cos/catalog';
import { ConfigError, openYamlFile } from '@ai-cos/service-kit';
import { defaultPolicy, Policy } from '../governance/policy.ts';
import { unsatisfiableRules } from '../governance/satisfiable.ts';

/** The policy of the company, or the one that ships; a rule its people can never fulfil is refused with file and line. */
export function loadPolicy(path: string | undefined, { people }: Company): Policy {
  if (path === undefined) return defaultPolicy;
  const { value, locate } = openYamlFile(path, Policy);
  const broken = people.length === 0 ? [] : unsatisfiableRules(value, people);
  if (broken.length === 0) return value;
  throw new ConfigError(
    broken
      .map(({ tier, field, pole, missing }) => {
        const place = locate(['tiers', tier, field]);
        return `${place}: for the pole ${pole} the people file lacks ${missing}`;
      })
      .join('\n')
  );
}
