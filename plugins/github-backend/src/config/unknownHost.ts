/** What is wrong with a source of a host that no credential is configured for, in stock's words. */
export function unknownHost(host: string): string {
  return `There is no GitHub config that matches host ${host}. Please add a configuration entry for it under integrations.github`;
}
