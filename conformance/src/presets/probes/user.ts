import { stringify } from 'yaml';

/** The YAML of a user, as an operator writes one where no directory is synchronised. */
export function user(options: { name: string; email: string }): string {
  return stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: options.name },
    spec: { profile: { email: options.email }, memberOf: [] },
  });
}
