import { maskText } from './maskText';

const LONGEST = 300;
const BEHIND = [
  // https://docs.github.com/en/rest/apps/apps#create-a-github-app-from-a-manifest
  /(?<=\/app-manifests\/)[^/]+/g,
  /(?<=\/applications\/[^/]+\/(?:tokens?|grants?)\/)[^/]+/g,
];

/** A request's path as it may be shown: without its query, tokens and codes replaced by `***`, at most 300 characters. */
export function maskPath(path: string): string {
  const [plain] = path.split(/[?#]/);
  const masked = BEHIND.reduce(
    (text, pattern) => text.replace(pattern, '***'),
    maskText(plain),
  );
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST - 1)}…` : masked;
}
