/** Variables as a file for `--env-file` has them, without a last line break. A key of several lines is one line there; the presets turn `\\n` back. */
export function asEnvFile(variables: Record<string, string>): string {
  return Object.entries(variables)
    .map(([name, value]) =>
      // Unquoted, a value ends at a space or a comment.
      /[\s#]/.test(value)
        ? `${name}="${value.replaceAll('\n', '\\n')}"`
        : `${name}=${value}`,
    )
    .join('\n');
}
