/** Durations of a rule in wall seconds. */
export interface Hold {
  readonly forSeconds: number;
  readonly keepFiringSeconds: number;
}

/** One alert of one rule between two evaluations, as Prometheus keeps it. */
export type AlertState =
  | { readonly kind: 'inactive' }
  | { readonly kind: 'pending'; readonly activeAt: number }
  | { readonly kind: 'firing'; readonly activeAt: number; readonly keptSince: number | null };

export const inactive: AlertState = { kind: 'inactive' };

function whenTrue(state: AlertState, at: number, hold: Hold): AlertState {
  if (state.kind === 'firing') return { ...state, keptSince: null };
  const activeAt = state.kind === 'pending' ? state.activeAt : at;
  return at - activeAt >= hold.forSeconds
    ? { kind: 'firing', activeAt, keptSince: null }
    : { kind: 'pending', activeAt };
}

function whenFalse(state: AlertState, at: number, hold: Hold): AlertState {
  if (state.kind !== 'firing') return inactive;
  const keptSince = state.keptSince ?? at;
  return at - keptSince < hold.keepFiringSeconds ? { ...state, keptSince } : inactive;
}

/** One evaluation at wall second `at`. */
export function nextAlertState(state: AlertState, condition: boolean, at: number, hold: Hold): AlertState {
  return condition ? whenTrue(state, at, hold) : whenFalse(state, at, hold);
}
