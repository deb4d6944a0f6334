import { isBudgetRefusal } from '@callboard/plugin-github-node';
import type { OrganisationState } from '../store/OrganisationStore';

const LONGEST = 500;

/** What operators see of a run that failed. */
export function describeProblem(options: {
  error: unknown;
  now: () => Date;
}): NonNullable<OrganisationState['problem']> {
  const { error, now } = options;
  const message = error instanceof Error ? error.message : String(error);
  const status = (error as { status?: unknown } | undefined)?.status;
  return {
    at: now().toISOString(),
    message: message.slice(0, LONGEST),
    ...remedyFor({ error, status }),
  };
}

function remedyFor(options: { error: unknown; status: unknown }) {
  const { error, status } = options;
  const refusal = isBudgetRefusal(error);
  if (refusal) {
    return { remedy: `It goes on by itself after ${refusal.until}.` };
  }
  if (status === 401 || status === 403 || status === 404) {
    return {
      remedy:
        'Look at the page Connections whether the credential works, is installed in the organisation and has its permissions.',
    };
  }
  return {};
}
