/** What a step wrote to `GITHUB_ENV` or `GITHUB_OUTPUT`. */
export type ParsedEnvironmentFile =
  | { outcome: 'values'; values: Array<[name: string, value: string]> }
  | { outcome: 'invalid'; message: string };

/**
 * Reads `name=value` lines and `name<<DELIMITER` blocks.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#environment-files
 */
export function parseEnvironmentFile(text: string): ParsedEnvironmentFile {
  const lines = text.split(/\r?\n/);
  const values: Array<[string, string]> = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === '') {
      continue;
    }
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) {
        return {
          outcome: 'invalid',
          message: `Invalid format '${line}'. Name must not be empty`,
        };
      }
      values.push([line.slice(0, equals), line.slice(equals + 1)]);
      continue;
    }
    if (heredoc <= 0 || heredoc + 2 >= line.length) {
      return { outcome: 'invalid', message: `Invalid format '${line}'` };
    }
    const delimiter = line.slice(heredoc + 2);
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) {
      return {
        outcome: 'invalid',
        message: `Invalid value. Matching delimiter not found '${delimiter}'`,
      };
    }
    values.push([line.slice(0, heredoc), lines.slice(at + 1, end).join('\n')]);
    at = end;
  }
  return { outcome: 'values', values };
}
