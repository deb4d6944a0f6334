import { stringify } from 'yaml';

/** The YAML of the component that vendors' annotations are put on. */
export function component(options: {
  name?: string;
  annotations?: Record<string, string>;
}): string {
  const { name = 'web', annotations } = options;
  return stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'core' },
  });
}
