import type { Check } from '../Check';
import { counted } from '../text/counted';
import { listed } from '../text/listed';
import { isAboutPlugins } from './isAboutPlugins';

const TITLE = 'The plugins that are named are there';

/** What presets and `callboard.plugins` switch on. */
export const pluginsConfigured: Check = {
  id: 'plugins',
  group: 'plugins',
  title: TITLE,
  run({ context: { config, launcher } }) {
    const problems = (launcher?.problems ?? []).filter(isAboutPlugins);
    if (problems.length > 0) {
      return problems.map(({ problem, where, remedy }) => ({
        subject: where,
        check: TITLE,
        status: 'fail',
        cause: `${problem} (${where})`,
        remedy:
          remedy ?? 'Correct the name, or remove it from callboard.plugins.',
      }));
    }
    const names = config.getOptional('callboard.plugins');
    if (!Array.isArray(names) || names.length === 0) {
      return [
        {
          check: TITLE,
          status: 'pass',
          cause: 'None is named; the portal has those that it comes with.',
          remedy: '',
        },
      ];
    }
    return [
      {
        check: TITLE,
        status: 'pass',
        cause: `${counted(names.length, 'plugin')}: ${listed(
          names.map(String),
        )}.`,
        remedy: '',
      },
    ];
  },
};
