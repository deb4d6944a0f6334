import type { Check } from '../Check';
import { isAboutEntry } from './isAboutEntry';

const TITLE = 'Keys, key files and stored credentials can be read';

/** What could not be re-read; the earlier credentials stay in use as long as the process lives. */
export const keyFiles: Check = {
  id: 'key-files',
  group: 'configuration',
  title: TITLE,
  run({ context: { github } }) {
    const problems = github.credentials
      .problems()
      .filter(problem => !isAboutEntry(problem));
    if (problems.length > 0) {
      return problems.map(({ configKey, reason, since }) => ({
        subject: configKey,
        check: TITLE,
        status: 'fail',
        cause: `${configKey}: ${reason} (since ${since})`,
        remedy: `Mend the file or the value behind ${configKey}; for a file its owner and mode, too. It is read again within seconds. Until then the earlier credential serves, and after a restart none.`,
      }));
    }
    const keys = github.credentials
      .hosts()
      .flatMap(({ credentials }) => credentials);
    return keys.length === 0
      ? []
      : [
          {
            check: TITLE,
            status: 'pass',
            cause: `Read: ${keys.map(({ title }) => title).join(', ')}.`,
            remedy: '',
          },
        ];
  },
};
