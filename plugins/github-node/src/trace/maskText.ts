const PATTERNS: Array<[RegExp, string]> = [
  // Tokens in GitHub's forms, and JSON Web Tokens.
  [/(?:gh[a-z]_|github_pat_)\w+/g, '***'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '***'],
  // In addresses: queries, and passwords before the host.
  [
    /\b((?:access_|refresh_|private_)?token|code|client_secret|code_verifier)=[^&\s"']+/gi,
    '$1=***',
  ],
  [/\/\/[^/@\s]+@/g, '//***@'],
];

/** A text, such as an error's message, with what looks like a secret replaced by `***`. */
export function maskText(text: string): string {
  return PATTERNS.reduce(
    (masked, [pattern, replacement]) => masked.replace(pattern, replacement),
    text,
  );
}
