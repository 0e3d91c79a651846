/** Probability that an arrival waits in an M/M/c queue with offered load `a` = arrivals ÷ service rate; 1 when overloaded. */
export function erlangC(servers: number, load: number): number {
  if (servers <= 0 || load >= servers) return 1;
  let inverse = 1;
  // Erlang B by recursion, then C: stable for any number of servers.
  for (let k = 1; k <= servers; k += 1) inverse = 1 + (inverse * k) / load;
  const blocked = 1 / inverse;
  const rho = load / servers;
  return blocked / (1 - rho * (1 - blocked));
}

/** Mean wait before service, in the unit of time of the rates; infinite when overloaded. */
export function meanWait(servers: number, arrivals: number, serviceRate: number): number {
  const load = arrivals / serviceRate;
  if (load >= servers) return Number.POSITIVE_INFINITY;
  return erlangC(servers, load) / (servers * serviceRate - arrivals);
}

export interface StaffingQuestion {
  /** Arrivals per hour of opening. */
  readonly arrivals: number;
  /** Cases one person finishes per hour. */
  readonly serviceRate: number;
  readonly backlog: number;
  /** Opening hours within which the backlog should be gone. */
  readonly hours: number;
  readonly targetWait: number;
}

/** People needed so that the wait is below target and the backlog is worked off in time; at most 60. */
export function peopleNeeded({ arrivals, serviceRate, backlog, hours, targetWait }: StaffingQuestion): number {
  const demand = arrivals + backlog / hours;
  for (let people = 1; people < 60; people += 1) {
    if (meanWait(people, demand, serviceRate) <= targetWait) return people;
  }
  return 60;
}
