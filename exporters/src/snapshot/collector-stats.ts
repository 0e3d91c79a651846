export interface CollectorStat {
  readonly collector: string;
  readonly success: boolean;
  readonly durationSeconds: number;
  readonly errors: number;
}

interface Run {
  readonly ok: boolean;
  readonly durationSeconds: number;
}

/** How the last run of every collector went; a collector is made of parts (KPIs), each on a schedule of its own. */
export interface CollectorStats {
  record(collector: string, part: string, run: Run): void;
  all(): readonly CollectorStat[];
}

export function createCollectorStats(): CollectorStats {
  const runs = new Map<string, Map<string, Run>>();
  const errors = new Map<string, number>();
  return {
    record(collector, part, run) {
      const parts = runs.get(collector) ?? new Map<string, Run>();
      parts.set(part, run);
      runs.set(collector, parts);
      errors.set(collector, (errors.get(collector) ?? 0) + (run.ok ? 0 : 1));
    },
    all: () =>
      [...runs].map(([collector, parts]) => {
        let durationSeconds = 0;
        for (const run of parts.values()) durationSeconds += run.durationSeconds;
        return {
          collector,
          success: [...parts.values()].every(({ ok }) => ok),
          durationSeconds,
          errors: errors.get(collector) ?? 0,
        };
      }),
  };
}
