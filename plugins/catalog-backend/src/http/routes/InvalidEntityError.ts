/** An entity failed the validation that was asked for, for each of `errors`. */
export class InvalidEntityError extends AggregateError {
  constructor(errors: readonly Error[]) {
    super(errors, 'Could not validate entity');
    this.name = 'InvalidEntityError';
  }
}
