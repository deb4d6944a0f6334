import type { OpenOrganisation } from '../read/openOrganisation';
import type { ReadSettings } from '../read/PeopleRead';
import { readOutside } from '../read/readOutside';
import type { OrganisationKey } from '../store/KnownOrganisation';
import type { PeopleParts } from './PeopleParts';

/** Lists the people from outside anew, and keeps the answer. */
export async function refreshOutside(options: {
  parts: Pick<PeopleParts, 'store' | 'now'>;
  key: OrganisationKey;
  open: OpenOrganisation;
  settings: ReadSettings;
  /** Of the organisation, as GitHub spells it. */
  login: string;
}): Promise<void> {
  const { parts, key, open, settings, login } = options;
  const { store, now } = parts;
  const askedAt = now();
  const outside = await readOutside({ open, settings });
  const known = await store.known.snapshot(key);
  const members = new Set(
    known.people.flatMap(({ id, isOutside }) => (isOutside ? [] : [id])),
  );
  const listed = new Set(outside.people.map(({ id }) => id));
  const gone = known.people.filter(
    ({ id, isOutside }) => isOutside && !listed.has(id),
  );
  await store.known.write({
    ...{ ...key, login, askedAt },
    put: {
      people: outside.people.filter(({ id }) => !members.has(id)),
      teams: [],
    },
    drop: {
      people: outside.isComplete ? gone.map(({ id }) => id) : [],
      teams: [],
    },
  });
}
