import { defaultOptions, type CoordinationOptions } from '../../../agent-runner/src/coordination/types.ts';

/** The whole, and the whole without one of its parts: what each part is worth. */
export const variants = {
  all: defaultOptions,
  'owner agent only': { ...defaultOptions, ownerOnly: true },
  'without influence graph': { ...defaultOptions, influence: false },
  'without relevance': { ...defaultOptions, relevance: false },
  'without board': { ...defaultOptions, board: false },
} as const satisfies Record<string, CoordinationOptions>;
