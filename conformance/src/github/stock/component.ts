/** A catalog file with one component. */
export function component(name: string, description = `The ${name}`): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  description: ${description}
spec:
  type: service
  lifecycle: production
  owner: web
`;
}
