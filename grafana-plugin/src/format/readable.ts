import { isKpiId, kpis } from '@ai-cos/catalog/kpis';

/** Whether a text is a machine's answer, perhaps cut off, rather than a sentence. */
export function isMachineText(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

/** KPI ids in a sentence of the runner become the names people know. */
export function withKpiNames(text: string): string {
  return text.replaceAll(/\b[a-z]+(?:_[a-z]+)+\b/g, (word) => (isKpiId(word) ? kpis[word].label : word));
}
