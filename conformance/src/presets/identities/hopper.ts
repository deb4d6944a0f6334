import { stringify } from 'yaml';

/** The user and the group that an operator wrote down for the person with this address, where no directory is synchronised. */
export function hopper(email: string): {
  entities: string;
  arrive: string[];
  owns: string[];
} {
  const entity = (kind: string, name: string, spec: object) =>
    stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name },
      spec,
    });
  const owns = ['user:default/hopper', 'group:default/core'];
  return {
    entities: [
      entity('User', 'hopper', {
        profile: { displayName: 'Grace Hopper', email },
        memberOf: ['core'],
      }),
      entity('Group', 'core', { type: 'team', children: [] }),
    ].join('---\n'),
    arrive: owns,
    owns,
  };
}
