import type { SecretAlert } from '../../core/state';

/** Stands for the secret that an alert is about. It is like none that any service or scanner knows, and opens nothing. */
export function secretOf(alert: Pick<SecretAlert, 'number'>): string {
  return `example-not-a-secret-${alert.number}`;
}
