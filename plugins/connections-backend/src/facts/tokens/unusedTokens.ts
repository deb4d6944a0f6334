import { listed } from '../../checks/text/listed';

/** `Nothing used the old token 1a2b3c4d in the last hour.` */
export function unusedTokens(fingerprints: string[]): string {
  return `Nothing used the old token${
    fingerprints.length > 1 ? 's' : ''
  } ${listed(fingerprints)} in the last hour.`;
}
