import type { Problem } from '../problems/Problem';

/** Where variables are missing: the command that writes all of them into one file to fill in. */
export function templateHint(options: {
  problems: Problem[];
  names: string[];
}): string {
  const codes = new Set(options.problems.map(({ code }) => code));
  return codes.has('variable-missing') || codes.has('choice-missing')
    ? `\n  For a file with all of these to fill in:\n    bin/callboard presets check ${options.names.join(
        ',',
      )} --template > portal.env && chmod 600 portal.env\n  Then add --env-file portal.env to your command.\n`
    : '';
}
