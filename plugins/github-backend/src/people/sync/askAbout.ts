import { openOrganisation } from '../read/openOrganisation';
import { readSome } from '../read/readSome';
import type { OrganisationKey } from '../store/KnownOrganisation';
import { changesOf } from './changesOf';
import type { PeopleParts } from './PeopleParts';
import { readSettingsOf } from './readSettingsOf';
import { refreshOutside } from './refreshOutside';

/** GitHub is asked about so many people and so many teams in one request. */
const AT_A_TIME = 25;

/** What is asked about an organisation. */
export interface Question {
  logins: Set<string>;
  slugs: Set<string>;
  /** Whether the people from outside may have changed. */
  isOutside: boolean;
}

/** Asks GitHub what is true of some people and teams, and keeps the answer. Throws where GitHub shows nothing of the organisation. */
export async function askAbout(options: {
  parts: PeopleParts;
  key: OrganisationKey;
  question: Question;
}): Promise<void> {
  const { parts, key, question } = options;
  const { store, logger, now } = parts;
  const settings = readSettingsOf({ sources: parts.settings.people, ...key });
  const open = await openOrganisation({ ...parts, ...settings, retries: 3 });
  const login =
    (await store.known.organisation(key))?.login ?? key.organisation;
  const logins = [...question.logins];
  const slugs = [...question.slugs];
  let { isOutside } = question;

  while (logins.length > 0 || slugs.length > 0) {
    const askedAt = now();
    const some = await readSome({
      ...{ open, settings },
      logins: logins.splice(0, AT_A_TIME),
      slugs: slugs.splice(0, AT_A_TIME),
    });
    const known = await store.known.snapshot(key);
    const changes = changesOf({ some, known });
    const { put, drop, askToo, hasLeavers, problems } = changes;
    await store.known.write({ ...key, login, askedAt, put, drop });
    slugs.push(...askToo);
    // Who is no longer a member may still have access from outside.
    isOutside ||= hasLeavers;
    if (problems.length > 0) {
      await store.fingerprints.setRead(key);
      logger.warn(
        `GitHub did not say what became of some people or teams of ${login}: ${problems.join(
          '; ',
        )}`,
      );
    }
  }
  if (isOutside && settings.outsideCollaborators) {
    await refreshOutside({ parts, key, open, settings, login });
  }
}
