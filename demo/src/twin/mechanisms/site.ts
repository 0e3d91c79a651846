import { company } from '../company.ts';
import { keyFor, nextId, timeOf, write, type TwinDay } from '../day.ts';
import { activeOf, startsOn } from '../disturbance.ts';
import { draw, keyOf, lognormal, normal } from '../random.ts';

/** Share of finished checkouts lost per extra second of page load (published: 2 to 20 % per second). */
const lossPerSecond = 0.07;

/** Speed of the shop today; a slow release counts only while its checkout version is switched on. */
export function runSite(today: TwinDay): void {
  const { state, day, site } = today;
  for (const release of startsOn(state.disturbances, 'slow-release', day)) {
    state.flags['checkout-version'] = 'candidate';
    writeRelease(today, release.latencyFactor);
  }
  const key = keyFor(today, 'site', 0);
  site.loadFactor = lognormal(key, 1, 0.025);
  site.apiFactor = lognormal(key, 2, 0.06);
  if (state.flags['checkout-version'] === 'candidate') {
    for (const release of activeOf(state.disturbances, 'slow-release', day)) {
      site.loadFactor *= release.latencyFactor;
      site.apiFactor *= release.latencyFactor * 2.6;
      site.completion *= release.completionFactor;
    }
  }
  const extraSeconds = (company.pageLoad.mobileMedianMs * (site.loadFactor - 1)) / 1000;
  site.completion *= Math.exp(-lossPerSecond * Math.max(-0.5, extraSeconds));
  const { mobileMedianMs, sigma } = company.pageLoad;
  today.figures.pageLoadP95Ms = mobileMedianMs * 1.01 * Math.exp(1.53 * sigma) * site.loadFactor;
  today.figures.apiP95Ms = company.apiP95Ms * site.apiFactor;
}

function writeRelease(today: TwinDay, latencyFactor: number): void {
  const sha = `c4nd1da7e${String(today.day).padStart(6, '0')}`;
  write(today, 'releases', {
    id: nextId(today.state, 'releases'),
    service: 'checkout',
    commit_sha: sha,
    first_commit_at: timeOf(today, 0),
    deployed_at: timeOf(today, 300),
    failed: false,
  });
  write(today, 'ci_builds', {
    id: nextId(today.state, 'ci_builds'),
    service: 'checkout',
    commit_sha: sha,
    branch: 'release/checkout-candidate',
    started_at: timeOf(today, 0),
    finished_at: timeOf(today, 280),
    status: 'success',
    tests_run: 412,
    tests_failed: 0,
    cache_hit_ratio: 0.41,
    image_bytes: Math.round(310_000_000 * Math.min(1.5, latencyFactor)),
  });
}

/** One page view in seven reports its load time. */
export function writeWebVital(
  today: TwinDay,
  sessionId: string,
  visitorKey: number,
  mobile: boolean,
  second: number
): void {
  if (draw(visitorKey, 60) > 0.15) return;
  const { mobileMedianMs, desktopMedianMs, sigma } = company.pageLoad;
  const median = mobile ? mobileMedianMs : desktopMedianMs;
  const ms = median * Math.exp(sigma * normal(visitorKey, 61)) * today.site.loadFactor;
  write(today, 'web_vitals', {
    id: nextId(today.state, 'web_vitals'),
    session_id: sessionId,
    metric: 'LCP',
    value_ms: Math.round(ms * 10) / 10,
    device: mobile ? 'mobile' : 'desktop',
    page: (['/', '/category', '/product', '/checkout'] as const)[Math.floor(draw(visitorKey, 62) * 4)] ?? '/',
    recorded_at: timeOf(today, second + 2),
  });
}

const pages = ['/', '/category', '/product', '/checkout', '/account'] as const;

/** The synthetic audit of the night: two categories per page template. */
export function runLighthouse(today: TwinDay): void {
  for (const [index, url] of pages.entries()) {
    const key = keyOf(today.state.seed, 'site', 100 + index, today.day);
    const lcp = Math.round(1900 * today.site.loadFactor * lognormal(key, 3, 0.05));
    const scores = {
      seo: 0.93 + 0.012 * normal(key, 1),
      accessibility: 0.958 + 0.009 * normal(key, 2),
      performance: 2000 / (lcp + 200),
    };
    for (const [category, score] of Object.entries(scores)) {
      write(today, 'lighthouse_runs', {
        id: nextId(today.state, 'lighthouse_runs'),
        url,
        form_factor: 'mobile',
        category,
        score: Math.round(Math.min(1, Math.max(0.05, score)) * 1000) / 1000,
        lcp_ms: lcp,
        inp_ms: Math.round(160 * today.site.loadFactor),
        cls: 0.04,
        ran_at: timeOf(today, 7200 + index * 60),
      });
    }
  }
}
