import { RELATION_MEMBER_OF, type Entity } from '@backstage/catalog-model';
import type {
  Answer,
  Mine,
  MinePull,
  MineRun,
  Pull,
} from '@callboard/plugin-github-common';
import type { Caller } from '../access/openEntity';
import type { ActivityParts } from '../ActivityParts';
import type { Place } from '../answers/Question';
import { runsQuestion } from '../builds/runsQuestion';
import type { Brief } from './brief/Brief';
import {
  describedRepositories,
  type DescribedRepository,
} from './describedRepositories';
import { mineQuestion, type PullsOfPerson } from './mineQuestion';
import { ENTITY_FIELDS, ownedComponents } from './ownedComponents';
import { ageOf, readBriefs, titleOf } from './readSummary';

const LOGIN = 'github.com/user-login';
const SLUG = 'metadata.annotations.github.com/project-slug';
const MOST_OWNED = 100;
const MOST_OWNERS = 5;

/** What waits for the person who asks, in what they may see. Nobody but a person has anything. */
export async function readMine(options: {
  parts: ActivityParts;
  credentials: Caller;
}): Promise<Mine> {
  const { parts, credentials } = options;
  const { catalog, now } = parts;
  const { principal } = credentials;
  const nothing = { waiting: [], own: [], failing: [] };
  if (principal.type !== 'user') {
    return { ...nothing, askedAt: now().toISOString() };
  }
  const { userEntityRef } = principal;
  const user = await catalog.getEntityByRef(userEntityRef, { credentials });
  const groups = (user?.relations ?? [])
    .filter(({ type }) => type === RELATION_MEMBER_OF)
    .map(({ targetRef }) => targetRef);
  const { entities } = await ownedComponents({
    ...{ catalog, credentials, most: MOST_OWNED },
    ownerRefs: [userEntityRef, ...groups],
  });
  const owned = (await describedRepositories({ parts, entities })).repositories;
  const login = readLogin(user);
  const places = login ? await ownersOf({ parts, owned }) : [];
  const [briefs, pulls] = await Promise.all([
    readBriefs({ parts, repositories: owned }),
    Promise.all(places.map(place => askMine({ parts, place, login: login! }))),
  ]);
  const [waiting, own] = await Promise.all(
    (['waiting', 'own'] as const).map(which =>
      visible({ parts, credentials, pulls, which }),
    ),
  );
  return {
    ...(login && { login }),
    waiting,
    own,
    failing: await failingOf({ parts, owned, briefs }),
    ...ageOf([...briefs, ...pulls.map(({ answer }) => answer)], now()),
  };
}

interface OwnersPulls {
  place: Place;
  answer: Answer<PullsOfPerson>;
}

async function askMine(options: {
  parts: ActivityParts;
  place: Place;
  login: string;
}): Promise<OwnersPulls> {
  const { parts, place, login } = options;
  const answer = await parts.answers
    .ask(mineQuestion({ ...parts, place, login }))
    .catch((error): Answer<PullsOfPerson> => {
      if (error.name !== 'ServiceUnavailableError') throw error;
      return { state: 'refused', reason: error.message };
    });
  return { place, answer };
}

/** Owners whose repositories the portal knows, those of the person first. */
async function ownersOf(options: {
  parts: ActivityParts;
  owned: DescribedRepository[];
}): Promise<Place[]> {
  const { parts, owned } = options;
  const named = [
    ...owned.map(({ place }) => place),
    ...(await parts.owners()).map(({ host, organisation }) => ({
      ...{ host, owner: organisation },
    })),
  ];
  const places = new Map<string, Place>();
  for (const { host, owner } of named) {
    const known = parts.github.credentials
      .hosts()
      .find(each => each.host === host);
    const key = `${owner}/*`.toLowerCase();
    if (known && places.size < MOST_OWNERS && !places.has(`${host}/${key}`)) {
      const url = `${known.webUrl}/${owner}`;
      places.set(`${host}/${key}`, { host, owner, name: '*', key, url });
    }
  }
  return [...places.values()];
}

/** Those in repositories of which the person may see an entity that may speak for it. */
async function visible(options: {
  parts: ActivityParts;
  credentials: Caller;
  pulls: OwnersPulls[];
  which: 'waiting' | 'own';
}): Promise<MinePull[]> {
  const { parts, credentials, pulls, which } = options;
  const found = pulls.flatMap(({ place, answer }) =>
    answer.state === 'answered'
      ? answer.value[which].map(pull => ({ host: place.host, pull }))
      : [],
  );
  if (found.length === 0) return [];
  const slugs = [...new Set(found.map(({ pull }) => pull.repository))];
  const { items } = await parts.catalog.queryEntities(
    {
      filter: { kind: 'component', [SLUG]: slugs },
      fields: ENTITY_FIELDS,
      limit: 500,
    },
    { credentials },
  );
  const { repositories } = await describedRepositories({
    ...{ parts, entities: items },
  });
  const refOf = new Map(
    repositories.map(({ place, entityRefs }) => [
      `${place.host}/${place.key}`,
      entityRefs[0],
    ]),
  );
  return found
    .flatMap(({ host, pull }) => {
      const key = `${host}/${pull.repository.toLowerCase()}`;
      const entityRef = refOf.get(key);
      return entityRef ? [{ ...pull, entityRef }] : [];
    })
    .sort((one: Pull, other: Pull) =>
      other.updatedAt.localeCompare(one.updatedAt),
    );
}

async function failingOf(options: {
  parts: ActivityParts;
  owned: DescribedRepository[];
  briefs: Answer<Brief>[];
}): Promise<MineRun[]> {
  const { parts, owned, briefs } = options;
  const rows = await Promise.all(
    owned.map(async ({ place, entities, entityRefs }, index) => {
      const brief = briefs[index];
      if (brief.state !== 'answered') return [];
      const { ci, branch } = brief.value;
      if (ci?.state !== 'failure') return [];
      // Only what is known already: the widget costs no request for each repository.
      const runs = await parts.answers.peek(runsQuestion({ ...parts, place }));
      const run =
        runs?.state === 'answered'
          ? runs.value.runs.find(
              each => each.branch === branch && each.conclusion === 'failure',
            )
          : undefined;
      return [
        {
          entityRef: entityRefs[0],
          title: titleOf(entities[0]),
          repository: `${place.owner}/${place.name}`,
          failing: ci.failing,
          ...(run && { run }),
          url: run?.url ?? `${place.url}/actions`,
        },
      ];
    }),
  );
  return rows.flat();
}

function readLogin(user: Entity | undefined): string | undefined {
  const login = user?.metadata.annotations?.[LOGIN];
  // It becomes a word of a search.
  return login && /^[\w-]{1,100}$/.test(login) ? login : undefined;
}
