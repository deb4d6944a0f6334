import { createMask } from '../mask/createMask';
import { joinSecrets } from '../secrets/joinSecrets';
import type { RunSpec } from '../secrets/RunSpec';
import type { ClaimedRun } from '../store/claimRun';
import { createResidue } from './createResidue';
import type { OpenedRun } from './createRunContext';
import { openSecrets, openState } from './RunSecrets';
import type { RunServices } from './RunServices';

/** Opens what is sealed of a claimed run, or says that it cannot be. */
export function openRun(options: {
  services: RunServices;
  claimed: ClaimedRun;
}): { outcome: 'opened'; run: OpenedRun } | { outcome: 'unopenable' } {
  const { services, claimed } = options;
  const { sealer, logger } = services;
  const { row } = claimed;
  try {
    const spec: RunSpec = JSON.parse(row.spec);
    const { secrets, hidden } = openSecrets({ sealer, row });
    const joined = joinSecrets({ spec, secrets, hidden });
    const { state, residue } = openState({ sealer, row });
    const values = [...new Set([...joined.values, ...residue])];
    const run: OpenedRun = {
      claimed,
      spec: joined.spec,
      // A run without any is told so by stock, too.
      secrets: secrets || hasAny(hidden) ? joined.secrets : undefined,
      state,
      mask: createMask({ values }),
      residue: createResidue({ values, known: residue }),
    };
    return { outcome: 'opened', run };
  } catch (error) {
    // No details to the run's log: they are the operator's.
    logger.error(`What is stored of run ${row.id} cannot be opened: ${error}`);
    return { outcome: 'unopenable' };
  }
}

function hasAny(hidden: object) {
  return Object.keys(hidden).length > 0;
}
