/** What the order needs to know of a link. */
export interface OrderedLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly lagDays: number;
}

/** A loop that would act on itself within the same day has no defined answer. */
export class LoopError extends Error {
  override readonly name = 'LoopError';
}

/**
 * Nodes so that every cause stands before its effects. Links of company-made loops are walked with their lag instead:
 * a loop is fine when one of its links has a lag of a day or more, and refused when none has.
 */
export function nodeOrder(nodes: readonly string[], links: readonly OrderedLink[]): string[] {
  const waiting = new Map(nodes.map((id) => [id, 0]));
  const sameDay = links.filter(({ lagDays }) => lagDays < 1);
  const strict = hasCycle(nodes, links) ? sameDay : links;
  for (const { to } of strict) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const ready = nodes.filter((id) => waiting.get(id) === 0);
  const order: string[] = [];
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    order.push(id);
    for (const link of strict) {
      if (link.from !== id) continue;
      const left = (waiting.get(link.to) ?? 1) - 1;
      waiting.set(link.to, left);
      if (left === 0) ready.push(link.to);
    }
  }
  if (order.length < nodes.length) {
    const caught = nodes.filter((id) => !order.includes(id));
    throw new LoopError(
      `links without lag close a loop through ${caught.join(', ')}; give one of them a lag or switch it off`
    );
  }
  return order;
}

/** Whether following the links in any direction of time leads back to a node. */
export function hasCycle(nodes: readonly string[], links: readonly OrderedLink[]): boolean {
  const done = new Set<string>();
  const onPath = new Set<string>();
  const visit = (id: string): boolean => {
    if (onPath.has(id)) return true;
    if (done.has(id)) return false;
    onPath.add(id);
    const found = links.some((link) => link.from === id && visit(link.to));
    onPath.delete(id);
    done.add(id);
    return found;
  };
  return nodes.some(visit);
}

/** Nodes that can feel a change of one of the given ones. */
export function reachedFrom(starts: readonly string[], links: readonly OrderedLink[]): Set<string> {
  const reached = new Set(starts);
  let before = -1;
  while (before !== reached.size) {
    before = reached.size;
    for (const { from, to } of links) if (reached.has(from)) reached.add(to);
  }
  return reached;
}
