import type { KeyboardEvent } from 'react';
import type { DecisionVerdict } from '@ai-cos/agent-runner/contract';
import { verdictWords } from '../Decision/decision-words.ts';

interface Keys {
  onMove: (step: 1 | -1) => void;
  onMark: () => void;
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;
}

function verdictOf(key: string): DecisionVerdict | undefined {
  return (Object.keys(verdictWords) as DecisionVerdict[]).find((verdict) => verdictWords[verdict].key === key);
}

/** j and k move, x marks, a, c and r press the decision button of the open action; nothing is ever sent by one key. */
export function inboxKeys({ onMove, onMark }: Keys) {
  return function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) {
      return;
    }
    const verdict = verdictOf(event.key);
    if (event.key === 'j' || event.key === 'k') {
      event.preventDefault();
      onMove(event.key === 'j' ? 1 : -1);
    } else if (event.key === 'x') {
      onMark();
    } else if (verdict !== undefined) {
      event.preventDefault();
      event.currentTarget.querySelector<HTMLButtonElement>(`[data-verdict="${verdict}"]`)?.click();
    }
  };
}
