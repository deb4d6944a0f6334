import type {
  HeldPlan,
  OrganisationStatus,
} from '@callboard/plugin-github-common';
import type { Check, Finding } from '../Check';
import { listed } from '../text/listed';
import { mirrorOrganisations, organisationTitle } from './mirrorOrganisations';

const TITLE = 'No removal from the catalog is held';

/** Whether a run found so much to remove that it waits for an operator. */
export const mirrorHeld: Check = {
  id: 'mirror-held',
  group: 'catalog',
  title: TITLE,
  run: input =>
    mirrorOrganisations({ input, title: TITLE, saysUnknown: false, judge }),
};

function judge(status: OrganisationStatus): Finding[] {
  const { host, organisation, held, heldPeople } = status;
  const title = organisationTitle(status);
  const plans = [held, heldPeople].filter(plan => plan !== undefined);
  if (plans.length === 0) {
    return [
      {
        subject: `${host}:${organisation}`,
        host,
        check: `Nothing of ${title} waits to be removed`,
        status: 'pass',
        cause: 'No run found more to remove than the guard lets through.',
        remedy: '',
      },
    ];
  }
  return plans.map(plan => ({
    subject: `${host}:${organisation}:${plan.what}`,
    host,
    check: `Nothing of ${title} waits to be removed`,
    status: 'fail',
    cause: causeOf(plan),
    remedy: `If this is so at GitHub, accept the removal below "Catalog from GitHub" on the page Connections. If not, mend ${
      plan.cause ? 'the cause' : 'what the credential may see'
    }: the next complete run that shows something else lets go of it.`,
    links: [
      {
        title: 'Catalog from GitHub',
        href: '/connections#catalog-from-github',
      },
    ],
  }));
}

function causeOf(plan: HeldPlan): string {
  const { remove, of, what, reason, cause, names, at } = plan;
  return [
    `Since ${at} the removal of ${remove} of ${of} ${what} is held: ${reason}.`,
    cause && `${cause}.`,
    names.length > 0 &&
      `It would remove ${listed([
        ...names.slice(0, 3),
        ...(remove > 3 ? [`${remove - 3} more`] : []),
      ])}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
