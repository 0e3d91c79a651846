/** A history that cannot be forecast; `code` and `field` go into the 422 answer. */
export class ForecastInputError extends Error {
  override readonly name = 'ForecastInputError';
  readonly code: string;
  readonly field: string;

  constructor(code: string, field: string, message: string) {
    super(message);
    this.code = code;
    this.field = field;
  }
}
