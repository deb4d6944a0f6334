/** Why an App cannot serve anybody at the moment. */
export interface AppFailure {
  code: 'key-invalid' | 'app-unknown' | 'clock-skew' | 'unreachable';
  /** One sentence with cause and remedy; without secrets. */
  reason: string;
  link?: string;
  /** Until when our own budget holds its requests back, where that is why. ISO 8601. */
  heldBackUntil?: string;
  /** Why the budget does so: `the limit is used up`. */
  heldBackFor?: string;
}
