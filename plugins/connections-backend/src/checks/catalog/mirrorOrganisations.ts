import type { OrganisationStatus } from '@callboard/plugin-github-common';
import type { CheckInput, Finding } from '../Check';

/**
 * What a check finds of each organisation that is mirrored. Nothing where GitHub is not mirrored; a warning that says why where the mirror
 * cannot be asked.
 */
export async function mirrorOrganisations(options: {
  input: Pick<CheckInput, 'context' | 'signal'>;
  title: string;
  judge(status: OrganisationStatus): Finding[];
  /** Whether this check is the one that says that the mirror cannot be asked. */
  saysUnknown: boolean;
}): Promise<Finding[]> {
  const { input, title, judge, saysUnknown } = options;
  const { context, signal } = input;
  const answer = await context.mirror?.status({ signal });
  if (answer?.state === 'known') return answer.organisations.flatMap(judge);
  return answer?.state === 'unknown' && saysUnknown
    ? [
        {
          check: title,
          status: 'warn',
          cause: `${answer.reason}.`,
          remedy: answer.remedy,
        },
      ]
    : [];
}

/** `acme at github.com`. */
export function organisationTitle({
  host,
  organisation,
}: Pick<OrganisationStatus, 'host' | 'organisation'>): string {
  return `${organisation} at ${host}`;
}
