/** What the dispatcher wakes up; a job carries a row id only, losing or doubling one is harmless. */
export const queues = ['coordinate', 'execute', 'verify', 'expire', 'notify', 'simulate'] as const;
export type Queue = (typeof queues)[number];
