import { describe, expect, it } from 'vitest';
import { contextWith, findingsOf, measureOf } from '../../test/_harness/company-rows.ts';

describe('ia-devops', () => {
  const days = Array.from({ length: 20 }, (_, day) => ({
    days_ago: day,
    views: 400,
    p95_ms: day < 3 ? 6_000 : 2_400,
    median_ms: day < 3 ? 3_000 : 1_200,
  }));
  const release = {
    release_id: 7,
    service: 'checkout',
    commit_sha: 'abc',
    failed: false,
    days_ago: 2.6,
    branch: 'release',
    cache_hit_ratio: 0.4,
    image_bytes: 4e8,
  };

  it('names the release before the change and switches it back', async () => {
    const context = contextWith({
      'page-speed-days': days,
      'recent-releases': [{ ...release, release_id: 8, service: 'search', days_ago: 9 }, release],
    });
    const [finding] = await findingsOf('ia-devops', 'release-latency', context);
    expect(finding?.title).toBe('Pages became 150 % slower 3 days ago, right after a release of checkout');
    expect(finding?.proposals[0]?.parameters).toEqual({ key: 'checkout-version', variant: 'stable' });
  });

  it('measures how fast the allowance of slow pages burns', async () => {
    const [finding] = await findingsOf('ia-devops', 'error-budget', contextWith({ 'page-speed-days': days }));
    // ln(2500 ÷ 3000) ÷ (ln 2 ÷ 1.645) = −0.433: 66.7 % of views are slow, 13.3 times the allowed 5 %.
    expect(measureOf(finding, 'burn rate')).toBeCloseTo(13.35, 1);
  });
});

describe('ia-cto', () => {
  it('tells a common cause from a slow page', async () => {
    const page = { device: 'mobile', views: 50, p95_ms: 5_000, before_ms: 2_500 };
    const rows = ['/', '/product', '/checkout'].map((name) => ({ ...page, page: name }));
    const [finding] = await findingsOf('ia-cto', 'slow-pages', contextWith({ 'slow-pages': rows }));
    expect(finding?.detail).toBe('A common cause, not a page: server, release or network.');
  });

  it('counts what debt costs in points of the formula', async () => {
    const scan = {
      loc: 1e5,
      duplicated: 10,
      unused: 5,
      massive: 2,
      violations: 50,
      remediation_minutes: 6_000,
      lines_hit: 80,
      lines_found: 100,
    };
    const rows = [
      { ...scan, days_ago: 0, complex_files: 12 },
      { ...scan, days_ago: 30, complex_files: 4 },
    ];
    const [finding] = await findingsOf('ia-cto', 'code-hotspots', contextWith({ 'code-scans': rows }));
    expect(finding?.title).toBe('files of high complexity cost 24 points of code health');
    // 8 of 12 files are new: 16 points in four weeks.
    expect(finding?.severity).toBe('high');
  });
});

describe('ia-ciso', () => {
  it('orders findings by severity and age', async () => {
    const rows = [
      { finding_id: 1, package: 'openssl', severity: 'critical', age_days: 5 },
      { finding_id: 2, package: 'zlib', severity: 'low', age_days: 90 },
    ];
    const [finding] = await findingsOf(
      'ia-ciso',
      'open-vulnerabilities',
      contextWith({ 'open-vulnerabilities': rows })
    );
    expect(finding?.proposals[0]).toMatchObject({
      actionType: 'tech.fix-vulnerabilities',
      parameters: { findingIds: [1], dueInDays: 2 },
    });
    expect(finding?.proposals[0]?.expected[0]?.change).toBe(20);
  });
});

describe('ia-designer', () => {
  it('finds the step and device that lose most buyers', async () => {
    const before = {
      device: 'mobile',
      recent: false,
      sessions: 14_000,
      viewed: 10_000,
      carted: 1_000,
      checked_out: 600,
      bought: 300,
    };
    const now = {
      device: 'mobile',
      recent: true,
      sessions: 7_000,
      viewed: 5_000,
      carted: 500,
      checked_out: 300,
      bought: 75,
    };
    const [finding] = await findingsOf('ia-designer', 'funnel-steps', contextWith({ 'funnel-steps': [before, now] }));
    expect(finding?.title).toBe('checkout to purchase on mobile fell from 50.0 to 25.0 %');
    // (0.5 − 0.25) × 300 ÷ 7 = 10.7 a day.
    expect(finding?.detail).toContain('10.7 orders a day');
  });
});

describe('ia-docker-optimizer', () => {
  const build = {
    service: 'checkout',
    builds: 20,
    seconds: 900,
    seconds_before: 450,
    failed: 0.1,
    failed_before: 0.1,
    cache: 0.3,
    cache_before: 0.8,
    image_bytes: 6e8,
    image_before: 3e8,
  };

  it('names the cold cache behind slow builds', async () => {
    const [finding] = await findingsOf('ia-docker-optimizer', 'build-times', contextWith({ 'build-record': [build] }));
    // 20 × 450 s = 2.5 hours.
    expect(finding?.detail).toBe('10 % of them fail; about 3 hours of waiting in two weeks.');
    expect(finding?.proposals[0]?.title).toBe('Repair the build cache of checkout');
  });

  it('finds the image that grew', async () => {
    const [finding] = await findingsOf('ia-docker-optimizer', 'image-sizes', contextWith({ 'build-record': [build] }));
    expect(finding?.title).toBe('The image of checkout grew by 100 % to 600 MB');
  });
});

describe('ia-qa', () => {
  it('finds the product group whose defects are beyond chance', async () => {
    const row = {
      category: 'Kitchen',
      units: 400,
      defects: 12,
      units_before: 1_000,
      defects_before: 5,
      products: [3, 4],
      stock_value: 900,
    };
    const calm = { ...row, category: 'Bath', defects: 3 };
    const [finding, second] = await findingsOf('ia-qa', 'defect-areas', contextWith({ 'defect-areas': [row, calm] }));
    // 12 of 400 against 5 of 1,000.
    expect(finding?.title).toBe('Defects of Kitchen rose from 0.5 to 3.0 per 100 units');
    expect(second).toBeUndefined();
    expect(finding?.proposals[0]?.parameters).toMatchObject({ productIds: [3, 4], stockValue: 900 });
  });

  it('counts lines that came without tests', async () => {
    const scan = {
      loc: 1e4,
      complex_files: 0,
      duplicated: 0,
      unused: 0,
      massive: 0,
      violations: 0,
      remediation_minutes: 0,
    };
    const rows = [
      { ...scan, days_ago: 0, lines_hit: 760, lines_found: 1_000 },
      { ...scan, days_ago: 15, lines_hit: 800, lines_found: 1_000 },
    ];
    const [finding] = await findingsOf('ia-qa', 'coverage-drop', contextWith({ 'code-scans': rows }));
    expect(finding).toMatchObject({ title: 'Test coverage fell by 4.0 points in two weeks', severity: 'high' });
  });
});

const feature = {
  feature_id: 1,
  name: 'Wish list',
  released: true,
  days_taken: 10,
  days_out: 40,
  active_customers: 1_000,
  users: 50,
  users_before: 40,
  users_lately: 10,
};

describe('ia-product', () => {
  it('finds what is stuck against the usual way to customers', async () => {
    const stuck = { ...feature, feature_id: 9, name: 'Gift card', released: false, days_taken: 35, days_out: null };
    const rows = [feature, { ...feature, feature_id: 2 }, { ...feature, feature_id: 3 }, stuck];
    const [finding] = await findingsOf('ia-product', 'stuck-features', contextWith({ 'feature-flow': rows }));
    expect(finding?.title).toBe('1 approved features wait longer than usual, Gift card for 35 days');
    expect(finding?.proposals.map((one) => one.actionType)).toEqual(['tech.spec', 'work.question']);
  });
});

describe('ia-content', () => {
  it('plans the articles that are missing', async () => {
    const rows = [{ author: 'a', lately: 4, before: 8, days_since: 5 }];
    const [finding] = await findingsOf('ia-content', 'content-cadence', contextWith({ 'content-cadence': rows }));
    // One a week, three are wanted: eight in four weeks.
    expect(finding?.proposals[0]?.parameters).toMatchObject({ articles: 8 });
  });
});

describe('ia-rnd', () => {
  it('finds new features nobody finds', async () => {
    const [finding] = await findingsOf('ia-rnd', 'feature-reach', contextWith({ 'feature-flow': [feature] }));
    expect(measureOf(finding, 'reach of Wish list')).toBe(5);
  });

  it('finds features people tried and left', async () => {
    const [finding] = await findingsOf('ia-rnd', 'feature-retention', contextWith({ 'feature-flow': [feature] }));
    expect(finding?.title).toBe('Wish list lost 75 % of its users within a fortnight');
  });
});
