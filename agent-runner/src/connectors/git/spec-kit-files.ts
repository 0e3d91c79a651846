import { z } from 'zod';
import type { EffectRequest } from '../connector.ts';

const Parameters = z.object({
  title: z.string(),
  goal: z.string(),
  evidence: z.array(z.string()),
  acceptance: z.array(z.string()),
});

/**
 * The three documents of GitHub Spec Kit for one improvement, written from a plan and its evidence. The number in front
 * of the folder comes from the key, because two branches must not claim the same next number.
 */
export function specKitFiles(effect: EffectRequest): Record<string, string> {
  const { title, goal, evidence, acceptance } = Parameters.parse(effect.parameters);
  const folder = `specs/${numberOf(effect.key)}-${slugOf(title)}`;
  const branch = folder.slice('specs/'.length);
  return {
    [`${folder}/spec.md`]: [
      `# Feature Specification: ${line(title)}`,
      `**Feature Branch**: \`${branch}\`\n**Status**: Draft\n**Input**: AI-COS action ${effect.actionId}`,
      `## User Scenarios & Testing`,
      `### User Story 1 - ${line(goal)} (Priority: P1)`,
      `**Why this priority**: ${line(effect.description)}`,
      `**Acceptance Scenarios**:\n\n${numbered(acceptance)}`,
      `## Requirements`,
      `### Functional Requirements`,
      acceptance.map((text, index) => `- **FR-${String(index + 1).padStart(3, '0')}**: ${line(text)}`).join('\n'),
      `## Success Criteria`,
      acceptance.map((text, index) => `- **SC-${String(index + 1).padStart(3, '0')}**: ${line(text)}`).join('\n'),
      `## Evidence`,
      bullets(evidence),
    ].join('\n\n'),
    [`${folder}/plan.md`]: [
      `# Implementation Plan: ${line(title)}`,
      `**Branch**: \`${branch}\` | **Spec**: [spec.md](./spec.md)`,
      `## Summary`,
      line(goal),
      `## Technical Context`,
      bullets(evidence),
      `## Constitution Check`,
      'The change is on a branch of its own; it reaches the base branch through review and the repository\u2019s own tests.',
    ].join('\n\n'),
    [`${folder}/tasks.md`]: [
      `# Tasks: ${line(title)}`,
      `**Input**: [spec.md](./spec.md), [plan.md](./plan.md)`,
      `## Phase 1: Tests First`,
      tasks(acceptance, 1, (text) => `Write a failing test for: ${text}`),
      `## Phase 2: Implementation`,
      tasks(acceptance, acceptance.length + 1, (text) => `Make it pass: ${text}`),
    ].join('\n\n'),
  };
}

/** Findings are data: a line of theirs stays one line of text, it cannot open a heading or a code block. */
function line(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('`', "'").trim();
}

function bullets(texts: readonly string[]): string {
  return texts.map((text) => `- ${line(text)}`).join('\n');
}

function numbered(texts: readonly string[]): string {
  return texts.map((text, index) => `${String(index + 1)}. ${line(text)}`).join('\n');
}

function tasks(texts: readonly string[], from: number, wording: (text: string) => string): string {
  return texts
    .map((text, index) => `- [ ] T${String(from + index).padStart(3, '0')} ${wording(line(text))}`)
    .join('\n');
}

function numberOf(key: string): string {
  return String(Number.parseInt(key.slice(0, 8), 16) % 1_000).padStart(3, '0');
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
}
