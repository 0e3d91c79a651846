/** What was wrong with one field of a request; becomes one entry of the 422 answer. */
export interface FieldProblem {
  readonly field: string;
  readonly reason: string;
}

/** A simulation that cannot be run as asked. */
export class SimulationRefused extends Error {
  override readonly name = 'SimulationRefused';
  readonly code = 'simulation_refused';
  readonly fields: readonly FieldProblem[];

  constructor(fields: readonly FieldProblem[]) {
    super(fields.map(({ field, reason }) => `${field}: ${reason}`).join('; '));
    this.fields = fields;
  }
}
