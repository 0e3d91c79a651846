import { describe, expect, it } from 'vitest';

import { openMetricsText } from '../src/history/open-metrics.ts';

describe('openMetricsText', () => {
  it('writes a family with its samples and the end marker', () => {
    const text = openMetricsText([
      { name: 'aicos_kpi_native', series: [{ labels: { kpi: 'roas' }, samples: [{ atSeconds: 12.5, value: 4 }] }] },
    ]);

    expect(text).toBe('# TYPE aicos_kpi_native gauge\naicos_kpi_native{kpi="roas"} 4 12.500\n# EOF\n');
  });

  it('escapes quotes and backslashes in labels', () => {
    const text = openMetricsText([
      { name: 'm', series: [{ labels: { label: 'a "b" \\ c' }, samples: [{ atSeconds: 0, value: 1 }] }] },
    ]);

    expect(text).toContain('label="a \\"b\\" \\\\ c"');
  });
});
