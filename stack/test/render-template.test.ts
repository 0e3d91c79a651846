import { describe, expect, it } from 'vitest';

import { composeValues } from '../src/provisioning/compose-values.ts';
import { renderTemplate } from '../src/provisioning/render-template.ts';

describe('renderTemplate', () => {
  it('puts values in', () => {
    const text = renderTemplate('p.yml', 'interval: ${SCRAPE_INTERVAL}', composeValues);

    expect(text).toBe('interval: 2s');
  });

  it('refuses an unknown name with file and line', () => {
    const attempt = (): string => renderTemplate('p.yml', 'a: 1\nb: ${SCRAPE_INTERVALL}', composeValues);

    expect(attempt).toThrow('p.yml:2 names ${SCRAPE_INTERVALL}');
  });

  it('leaves the templates of Alertmanager alone', () => {
    const text = renderTemplate('a.yml', 'title: {{ .CommonLabels.kpi }} costs $5', composeValues);

    expect(text).toBe('title: {{ .CommonLabels.kpi }} costs $5');
  });
});
