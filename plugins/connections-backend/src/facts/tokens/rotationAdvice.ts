import type { PredecessorFacts } from '@callboard/plugin-connections-common';
import { listed } from '../../checks/text/listed';
import { unusedTokens } from './unusedTokens';

/** What to do with the tokens that another has taken the place of, in sentences. */
export function rotationAdvice(options: {
  /** The last first. */
  predecessors: PredecessorFacts[];
  /** When the last one has been out of use for an hour, if nothing uses it. */
  quietAt: Date;
}): string {
  const { predecessors, quietAt } = options;
  const used = predecessors.filter(one => one.stillUsedBy.length > 0);
  if (used.length > 0) {
    return used
      .map(({ fingerprint, stillUsedBy, refused }) =>
        refused
          ? `${listed(
              stillUsedBy,
            )} still used the old token ${fingerprint}, which GitHub refuses: what was started with it needs a restart.`
          : `Keep the old token ${fingerprint} for now: ${stillUsedBy.join(
              ', ',
            )} used it after the rotation.`,
      )
      .join(' ');
  }
  const names = predecessors.map(({ fingerprint }) => fingerprint);
  const plural = names.length > 1 ? 's' : '';
  const alive = predecessors.filter(({ refused }) => !refused);
  if (alive.length === 0) {
    return `GitHub refuses the old token${plural} ${listed(
      names,
    )} already, so there is nothing to revoke. Put the new one where the configuration names the old.`;
  }
  if (predecessors.some(({ canGo }) => !canGo)) {
    return `Wait until ${quietAt.toISOString()}: the old token${plural} ${listed(
      names,
    )} can go when nothing has used ${plural ? 'them' : 'it'} for an hour.`;
  }
  return `${unusedTokens(
    names,
  )} Put the new one where the configuration names the old, then revoke the old ${
    alive.length > 1 ? 'ones' : 'one'
  }.`;
}
