/** A system that does not do what is asked of it, and what to do about that. */
export class ProbeError extends Error {
  constructor(message: string, readonly remedy: string) {
    super(message);
    this.name = 'ProbeError';
  }
}
