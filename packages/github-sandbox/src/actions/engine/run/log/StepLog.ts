import type { Clock } from '../../types';
import type { SecretMasks } from './SecretMasks';

/** GitHub cuts nothing here; the sandbox keeps a script from filling its memory. */
const MAXIMUM_LINES = 50_000;

/** The log of one step: each line has the time before it, and no secret in it. */
export class StepLog {
  private readonly written: string[] = [];

  constructor(private readonly options: { clock: Clock; masks: SecretMasks }) {}

  /** Writes one or more lines. */
  write(text: string): void {
    const { clock, masks } = this.options;
    for (const line of masks.mask(text).split(/\r?\n/)) {
      if (this.written.length < MAXIMUM_LINES) {
        this.written.push(
          `${timestamp(clock.now(), this.written.length)} ${line}`,
        );
      }
    }
  }

  error(text: string): void {
    this.write(`##[error]${text}`);
  }

  /** How many lines there are. */
  get length(): number {
    return this.written.length;
  }

  /** All lines, each ended by a line feed. */
  text(): string {
    return this.written.map(line => `${line}\n`).join('');
  }
}

/** Seven digits, as GitHub has them; those that a `Date` does not hold keep lines of one millisecond in order. */
function timestamp(time: Date, line: number): string {
  const fine = String(line % 10_000).padStart(4, '0');
  return `${time.toISOString().slice(0, -1)}${fine}Z`;
}
