import type { Check, Finding } from '../Check';
import { isAboutPlugins } from '../plugins/isAboutPlugins';
import { isAboutEntry } from './isAboutEntry';

const TITLE = 'The configuration has no problems';

/** What the launcher found wrong with what it read, and entries for a GitHub that are not valid. */
export const configurationRead: Check = {
  id: 'configuration',
  group: 'configuration',
  title: TITLE,
  run({ context: { launcher, github } }) {
    const entries = github.credentials
      .problems()
      .filter(isAboutEntry)
      .map(
        ({ configKey, reason }): Finding => ({
          subject: configKey,
          check: TITLE,
          status: 'fail',
          cause: `An entry of the configuration is not valid (${configKey}): ${reason}`,
          remedy: `Correct ${configKey} in the configuration as the message says. A changed file is read again by itself; a changed variable needs a restart.`,
        }),
      );
    if (!launcher) return entries;
    const problems = launcher.problems
      .filter(problem => !isAboutPlugins(problem))
      .map(
        ({ problem, where, remedy }): Finding => ({
          subject: where ?? problem,
          check: TITLE,
          status: 'fail',
          cause: where ? `${problem} (${where})` : problem,
          remedy: remedy ?? 'Correct it, and start the portal again.',
        }),
      );
    const warnings = launcher.warnings.map(
      (warning): Finding => ({
        subject: 'warning',
        check: TITLE,
        status: 'warn',
        cause: warning,
        remedy: 'Change what the warning names, and start the portal again.',
      }),
    );
    const all = [...problems, ...entries, ...warnings];
    return all.length > 0
      ? all
      : [
          {
            check: TITLE,
            status: 'pass',
            cause: 'Nothing wrong was found in it.',
            remedy: '',
          },
        ];
  },
};
