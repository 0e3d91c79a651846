import { describe, expect, it } from 'vitest';
import { detectionScenarios } from './scenarios.ts';
import { timeToDetectPage } from './time-to-detect-page.ts';
import { detectionSeconds } from './time-to-detect.ts';

const deadCheckout = { kind: 'flow', kpi: 'conversion_rate', usualShare: 0.02, newShare: 0 } as const;

describe('time to detect', () => {
  it('notices a dead checkout within two company hours where five orders an hour are usual', () => {
    expect(detectionSeconds({ ...deadCheckout, trialsPerHour: 250 })).toBeLessThan(7200);
  });

  it('needs less time the more there is to see', () => {
    const [large, small] = [1250, 125].map((trialsPerHour) => detectionSeconds({ ...deadCheckout, trialsPerHour }));

    expect(large).toBeLessThan(small ?? 0);
  });

  it('stays silent about a change that does not matter', () => {
    expect(detectionSeconds({ ...deadCheckout, trialsPerHour: 1250, newShare: 0.018 })).toBeNull();
  });

  it('lists every scenario with an alert that notices it', () => {
    const page = timeToDetectPage();

    for (const { name, signs } of detectionScenarios) {
      expect(page).toContain(`| ${name} |`);
      expect(
        signs.some((sign) => detectionSeconds(sign) !== null),
        name
      ).toBe(true);
    }
  });
});
