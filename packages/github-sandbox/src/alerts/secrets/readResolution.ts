import { GitHubError } from '../../http/GitHubError';
import { notAMember, notSupplied } from '../../http/invalidRequest';
import { RESOLUTIONS } from './changeSecretAlert';

export type Resolution =
  | { state: 'open' }
  | { state: 'resolved'; resolution: string; comment: string | null };

/** Reads the body of a change to an alert; throws 422 for what GitHub refuses. */
export function readResolution(options: {
  body: Record<string, unknown>;
}): Resolution {
  const { state, resolution, resolution_comment } = options.body;
  if (state === undefined) throw notSupplied('state');
  if (state !== 'open' && state !== 'resolved') {
    throw notAMember({ value: state, members: ['open', 'resolved'] });
  }
  const given = resolution ?? undefined;
  if ((state === 'resolved') !== (given !== undefined)) {
    throw new GitHubError({
      status: 422,
      message: 'State does not match the resolution',
    });
  }
  if (state === 'open') return { state };
  if (!RESOLUTIONS.includes(given as string)) {
    throw notAMember({ value: given, members: RESOLUTIONS });
  }
  return {
    state,
    resolution: given as string,
    comment: resolution_comment ? String(resolution_comment) : null,
  };
}
