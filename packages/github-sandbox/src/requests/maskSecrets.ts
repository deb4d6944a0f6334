/** What looks like a credential wherever it stands: tokens in GitHub's form, JWTs, and the code in the path of the manifest flow. */
const PATTERNS: Array<[RegExp, string]> = [
  [/\b(gh[a-z]_|github_pat_)\w+/g, '$1***'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '***'],
  [/(\/app-manifests\/)[^/?]+/g, '$1***'],
];

/** A text with what looks like credentials in it left out. */
export function maskSecrets(text: string): string {
  return PATTERNS.reduce(
    (masked, [pattern, replacement]) => masked.replace(pattern, replacement),
    text,
  );
}
