import type { RunbookText } from '../runbook-text.ts';

export const techRunbooks = {
  code_health: {
    impact:
      'Changes take longer and break more: defects and development time rise as the code gets worse. Nothing is lost today; every later release pays.',
    asks: 'Which of the three counts moved, and between which commits?',
    sql: `SELECT ran_at, commit_sha, high_complexity_files, duplicated_blocks, unused_files
FROM shop.code_scans WHERE ran_at <= :as_of ORDER BY ran_at DESC LIMIT 10;`,
    causes: [
      'One large merge: the counts jump between two scans. Look at that commit first.',
      'Generated or vendored code entered the scan: duplicated_blocks alone jumps by hundreds.',
      'Slow growth: the counts are absolute, so a growing repository sinks without any bad commit.',
    ],
    cures: [
      { action: 'tech.pay-debt', when: 'the same few files carry most of the complexity' },
      { action: 'tech.spec', when: 'a module has to be split and the cut is not obvious' },
      { action: 'work.issue', when: 'a single merge is the cause: its author repairs it' },
    ],
    caution: 'Leaving files out of the scan raises the number and changes nothing; note it as a definition change.',
  },
  backend_p95_ms: {
    impact:
      'Every slow answer is inside the page load: checkout suffers first, conversion within the same hour. At 2.5 % conversion one more second costs about 7 % of the orders.',
    asks: 'Did a release or a build precede it?',
    sql: `SELECT service, commit_sha, deployed_at, failed
FROM shop.releases WHERE deployed_at BETWEEN :as_of::timestamptz - interval '3 days' AND :as_of ORDER BY deployed_at DESC;`,
    causes: [
      'A release: the step in the p95 lies within minutes of `deployed_at`. Compare per service with histogram_quantile(0.95, sum by (le, service) (rate(http_request_duration_seconds_bucket[5m]))).',
      'Saturation: the request rate rose first, the latency followed.',
      'The database: all services slow down together, without a release.',
    ],
    cures: [
      { action: 'flags.set-variant', when: 'the slow path is behind a flag: fastest and reversible' },
      { action: 'tech.roll-back-release', when: 'the step follows a release and no flag covers it' },
      { action: 'tech.scale-service', when: 'the request rate explains it' },
    ],
    caution:
      'Percentiles do not average: never judge by a mean over services. The window is five minutes, so a real cure shows within ten.',
  },
  frontend_p95_ms: {
    impact:
      'Visitors leave before the page is there: about 7 % fewer orders per additional second, on mobile more. Order value sinks slightly as well.',
    asks: 'Which pages and devices are slow today, against the week before?',
    sql: `SELECT page, device, recorded_at::date AS day, count(*),
  percentile_cont(0.95) WITHIN GROUP (ORDER BY value_ms) AS p95_ms
FROM shop.web_vitals WHERE metric = 'LCP' AND recorded_at BETWEEN :as_of::timestamptz - interval '8 days' AND :as_of
GROUP BY 1, 2, 3 ORDER BY day DESC, p95_ms DESC LIMIT 40;`,
    causes: [
      'The backend: backend_p95_ms is up as well, and all pages are slow alike.',
      'One page type: a new image, script or tag; only that page and often one device moved.',
      'Another mix of visitors: a campaign brings more mobile traffic, no page got slower.',
    ],
    cures: [
      { action: 'tech.warm-cache', when: 'pages are slow after a purge or a deployment, then recover' },
      { action: 'flags.set-variant', when: 'a candidate of the checkout is slower than the stable one' },
      { action: 'tech.roll-back-release', when: 'one page type got slow with a release' },
    ],
    caution:
      'The window is a day: after the cure the p95 needs up to a day, the share of poor page loads shows it at once.',
  },
  test_coverage: {
    impact: 'Defects reach customers later and cost more. Nothing is lost today; the next release is less safe.',
    asks: 'When did covered or coverable lines jump?',
    sql: `SELECT ran_at, commit_sha, lines_hit, lines_found, round(100.0 * lines_hit / nullif(lines_found, 0), 1) AS percent
FROM shop.code_scans WHERE ran_at <= :as_of ORDER BY ran_at DESC LIMIT 10;`,
    causes: [
      'New code without tests: lines_found rose, lines_hit did not.',
      'Tests that no longer run: lines_hit fell; see tests_run in ci_builds.',
      'A changed scope of the measurement: both numbers jump at once.',
    ],
    cures: [
      { action: 'work.issue', when: 'one merge brought untested code' },
      { action: 'tech.spec', when: 'a part cannot be tested as it is built' },
      { action: 'tech.deploy-freeze', when: 'critical, and the untested part is checkout or payment' },
    ],
    caution: 'Tests without assertions raise the number. Judge a cure by what the new tests would catch.',
  },
  tech_debt_score: {
    impact:
      'A quarter to two fifths of the developers’ time goes into debt; time to market grows with it, about a month later.',
    asks: 'Which component of the score grows?',
    sql: `SELECT ran_at::date AS day, massive_files, duplicated_blocks, complexity_violations, remediation_minutes
FROM shop.code_scans WHERE ran_at <= :as_of ORDER BY ran_at DESC LIMIT 30;`,
    causes: [
      'complexity_violations: rules were tightened, or one module grew past them.',
      'massive_files: files that everybody edits and nobody splits.',
      'duplicated_blocks: a copied service or generated code.',
    ],
    cures: [
      { action: 'tech.pay-debt', when: 'the hotspots are known: reserve a fixed share of every iteration' },
      { action: 'tech.spec', when: 'a rewrite is proposed: have its cut written down and estimated first' },
    ],
    caution:
      'Computed once a day from the last scan; expect movement over weeks. 100 means no debt, whatever the name suggests.',
  },
  security_score: {
    impact:
      'An open critical finding in the deployed build is a way in. The cost is a risk, not a trend: it is nothing until it is everything.',
    asks: 'Which findings are open, since when, in which package?',
    sql: `SELECT severity, scanner, package, first_seen_at
FROM shop.vulnerabilities
WHERE severity IN ('critical', 'high') AND first_seen_at <= :as_of AND (fixed_at IS NULL OR fixed_at > :as_of)
ORDER BY severity, first_seen_at;`,
    causes: [
      'A newly published weakness in a package that has been in use for long.',
      'A release that brought a new or older package; compare first_seen_at with releases.',
      'A scanner that counts one weakness per image: the same package appears many times.',
    ],
    cures: [
      { action: 'tech.fix-vulnerabilities', when: 'a fixed version exists' },
      { action: 'security.rotate-credential', when: 'the finding may have exposed a secret' },
      { action: 'security.block-client', when: 'it is being exploited and no fix exists yet' },
    ],
    caution:
      'One high finding is a warning, one critical finding is critical, by construction. Closing a finding as "accepted" needs ia-legal’s or ia-risk’s reason in the record.',
  },
} as const satisfies Record<string, RunbookText>;
