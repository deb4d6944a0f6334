import type { SystemFacts } from '@callboard/plugin-connections-common';
import type { Finding } from '../Check';

/** A system's own verdict as a result. */
export function systemFinding(system: SystemFacts): Finding {
  const { id, title, target, status, detail, remedy, configKey } = system;
  return {
    // The database is the only one of its check.
    ...(id !== 'database' && { subject: id }),
    check: `${title} answers`,
    status,
    cause: detail,
    remedy:
      status === 'pass'
        ? ''
        : remedy ??
          `See that this machine reaches ${target}, and that ${configKey} is right.`,
  };
}
