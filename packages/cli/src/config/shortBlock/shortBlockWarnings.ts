import type { JsonObject } from '@backstage/types';
import { shortBlockOf } from './shortBlockOf';

/** Suggests the long form, which every Backstage reads. It gives the same entities: the name of the source stays `default`. */
export function shortBlockWarnings(data: JsonObject): string[] {
  const block = shortBlockOf(data);
  if (!block || block.problems.length > 0) return [];
  const { host, apiBaseUrl, token, organization } = block;
  const variable = host === 'github.com' ? 'GITHUB_PAT' : 'GHE_BOT_TOKEN';
  const entry = [
    `host: ${host}`,
    apiBaseUrl && `apiBaseUrl: ${apiBaseUrl}`,
    token && `token: \${${variable}}`,
  ];
  const source = [
    `host: ${host}`,
    organization && `organization: ${organization}`,
    'schedule: ...',
  ];
  return [
    `catalog.providers.github has the short form {baseUrl, token, org}, which works here and in no other Backstage. The long form is integrations: {github: [{${join(
      entry,
    )}}]} and catalog: {providers: {github: {default: {${join(
      source,
    )}}}}}; the entities stay the same.`,
  ];
}

function join(parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}
