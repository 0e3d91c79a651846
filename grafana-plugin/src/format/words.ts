import { agents, isAgentId } from '@ai-cos/catalog/agents';
import { board } from '@ai-cos/catalog/board';
import { squads } from '@ai-cos/catalog/squads';

const acronyms = new Set(['ux', 'seo', 'kpi', 'csat']);

/** `changes_requested` → "Changes requested" */
export function sentence(code: string): string {
  const words = code.replaceAll(/[_.-]/g, ' ').trim();
  if (acronyms.has(words)) {
    return words.toUpperCase();
  }
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `dailyBudgetAmount` → "Daily budget amount" */
export function labelOfKey(key: string): string {
  return sentence(key.replaceAll(/([a-z0-9])([A-Z])/g, (_whole, a: string, b: string) => `${a} ${b.toLowerCase()}`));
}

export function agentName(id: string): string {
  return isAgentId(id) ? agents[id].name : id;
}

export function squadName(id: string): string {
  return Object.hasOwn(squads, id) ? squads[id as keyof typeof squads].name : id;
}

export function boardName(id: string): string {
  return Object.hasOwn(board, id) ? board[id as keyof typeof board].name : id;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
