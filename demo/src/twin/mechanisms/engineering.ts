import { daySeconds, isWorkday, isoOf } from '../calendar.ts';
import { keyFor, nextId, schedule, timeOf, write, type TwinDay } from '../day.ts';
import { update } from '../facts.ts';
import { draw, keyOf, lognormal, wander } from '../random.ts';
import type { AgendaItem } from '../state.ts';

const services = ['checkout', 'catalog', 'account', 'search'] as const;

export function runEngineering(today: TwinDay): void {
  scanCode(today);
  findVulnerabilities(today);
  if (!isWorkday(today.day)) return;
  for (const [index, service] of services.entries()) buildAndRelease(today, service, index);
}

function sha(today: TwinDay, index: number): string {
  return (
    keyFor(today, 'engineering', 900 + index)
      .toString(16)
      .padStart(8, '0') + String(index)
  );
}

/** Counts wander slowly: debt is taken up and paid back. */
function scanCode(today: TwinDay): void {
  const { engineering, seed } = today.state;
  const swing = (entity: number): number => wander(seed, 'engineering', entity, today.day, 45);
  const count = (base: number, spread: number, entity: number): number =>
    Math.max(0, Math.round(base + spread * swing(entity)));
  const duplicated = count(engineering.duplicated, 2, 2);
  const found = engineering.linesFound + Math.round(3 * (today.day % 4000));
  write(today, 'code_scans', {
    id: nextId(today.state, 'code_scans'),
    commit_sha: sha(today, 0),
    ran_at: timeOf(today, 3 * 3600),
    loc: Math.round(found * 1.9),
    high_complexity_files: count(engineering.highComplexity, 0.8, 1),
    duplicated_blocks: duplicated,
    unused_files: count(engineering.unused, 2, 3),
    massive_files: count(engineering.massive, 1.2, 4),
    complexity_violations: count(engineering.violations, 9, 5),
    remediation_minutes: 9000 + duplicated * 60,
    lines_hit: Math.round(found * (engineering.coverage + 0.008 * swing(6))),
    lines_found: found,
  });
}

const severities = [
  { severity: 'low', perDay: 0.12, fixDays: 40 },
  { severity: 'medium', perDay: 0.07, fixDays: 20 },
  { severity: 'high', perDay: 0.004, fixDays: 1.2 },
] as const;

function findVulnerabilities(today: TwinDay): void {
  for (const [index, record] of severities.entries()) {
    const key = keyFor(today, 'vulnerabilities', index);
    if (draw(key, 1) >= record.perDay) continue;
    const id = nextId(today.state, 'vulnerabilities');
    write(today, 'vulnerabilities', {
      id,
      scanner: 'image-scan',
      package: `library-${String(Math.floor(draw(key, 2) * 400))}`,
      severity: record.severity,
      status: 'open',
      first_seen_at: timeOf(today, 4 * 3600),
      fixed_at: null,
    });
    const at = (today.day + record.fixDays * (0.6 + 0.8 * draw(key, 3))) * daySeconds + 15 * 3600;
    schedule(today, at / daySeconds, { kind: 'vulnerability-fixed', id, at: Math.floor(at) });
  }
}

export function fixVulnerability(today: TwinDay, item: Extract<AgendaItem, { kind: 'vulnerability-fixed' }>): void {
  update(today.facts, 'vulnerabilities', item.id, { status: 'fixed', fixed_at: timeOf(today, item.at % daySeconds) });
}

function buildAndRelease(today: TwinDay, service: string, index: number): void {
  const builds = 1 + Math.floor(3 * draw(keyFor(today, 'engineering', 10 + index), 1));
  for (let build = 0; build < builds; build += 1) {
    const key = keyOf(today.state.seed, 'engineering', 1000 + index * 20 + build, today.day);
    const start = today.day * daySeconds + Math.floor((9 + 8 * draw(key, 1)) * 3600);
    const failed = draw(key, 2) < 0.12;
    const commit = sha(today, 1 + index * 4 + build);
    write(today, 'ci_builds', {
      id: nextId(today.state, 'ci_builds'),
      service,
      commit_sha: commit,
      branch: build === 0 ? 'main' : 'feature',
      started_at: isoOf(start),
      finished_at: isoOf(start + Math.round(420 * lognormal(key, 3, 0.25))),
      status: failed ? 'failed' : 'success',
      tests_run: 380 + index * 40,
      tests_failed: failed ? 1 + Math.floor(4 * draw(key, 4)) : 0,
      cache_hit_ratio: Math.round((0.6 + 0.3 * draw(key, 5)) * 10_000) / 10_000,
      image_bytes: Math.round(260_000_000 * lognormal(key, 6, 0.04)),
    });
    if (build > 0 || failed || draw(key, 7) > 0.4) continue;
    write(today, 'releases', {
      id: nextId(today.state, 'releases'),
      service,
      commit_sha: commit,
      first_commit_at: isoOf(start - Math.round(2.5 * daySeconds * lognormal(key, 8, 0.4))),
      deployed_at: isoOf(start + 1800),
      failed: draw(key, 9) < 0.05,
    });
  }
}
