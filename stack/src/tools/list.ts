/** A program we run but do not ship: on PATH, or unpacked from Debian's package below the state folder. */
export type Tool = {
  binaries: readonly string[];
  packages: readonly string[];
  unpacked: string;
  /** True when the program was built to look for its files below /usr/share. */
  relocated?: boolean;
};

/** `binaries` are the names to look for on PATH, `unpacked` is the file inside the package. */
export const TOOLS = {
  prometheus: { binaries: ['prometheus'], packages: ['prometheus'], unpacked: 'usr/bin/prometheus', relocated: true },
  promtool: { binaries: ['promtool'], packages: ['prometheus'], unpacked: 'usr/bin/promtool' },
  alertmanager: {
    binaries: ['alertmanager', 'prometheus-alertmanager'],
    packages: ['prometheus-alertmanager'],
    unpacked: 'usr/bin/prometheus-alertmanager',
    relocated: true,
  },
  amtool: { binaries: ['amtool'], packages: ['prometheus-alertmanager'], unpacked: 'usr/bin/amtool' },
  redis: {
    binaries: ['redis-server'],
    // With the shared libraries that a minimal system lacks.
    packages: ['redis-server', 'redis-tools', 'liblzf1', 'libjemalloc2'],
    unpacked: 'usr/bin/redis-server',
  },
} as const satisfies Record<string, Tool>;
export type ToolName = keyof typeof TOOLS;
