/** A catalog file with one component. */
export function catalogFile(options: {
  name: string;
  owner: string;
  description?: string;
}): string {
  const { name, owner, description = `The ${name}` } = options;
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  description: ${description}
spec:
  type: service
  lifecycle: production
  owner: ${owner}
`;
}
