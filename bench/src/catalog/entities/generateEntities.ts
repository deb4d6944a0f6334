import type { Entity } from '@backstage/catalog-model';
import { createRandom, type Random } from './createRandom';
import { type CatalogPlan, planCatalog } from './planCatalog';
import {
  API_TYPES,
  COMPONENT_TYPES,
  LANGUAGES,
  LIFECYCLES,
  RESOURCE_TYPES,
  SUBJECTS,
} from './vocabulary';

const TEAMS_IN_A_DEPARTMENT = 10;

/** What the entities of one catalog are made from. */
interface Source {
  plan: CatalogPlan;
  random: Random;
}

/**
 * A made-up catalog of `count` entities: groups first, then users, domains, systems, resources, APIs and components. The same
 * count and seed always give the same entities, so that two servers can be given the same catalog. The order in which a kind
 * asks for random values is a part of that: another order gives another catalog.
 */
export function* generateEntities(options: {
  count: number;
  seed?: number;
}): Generator<Entity> {
  const { count, seed = 1 } = options;
  const plan = planCatalog(count);
  const source = { plan, random: createRandom(seed) };
  const kinds: [number, (source: Source, index: number) => Entity][] = [
    [plan.groups, createGroup],
    [plan.users, createUser],
    [plan.domains, createDomain],
    [plan.systems, createSystem],
    [plan.resources, createResource],
    [plan.apis, createApi],
    [plan.components, createComponent],
  ];
  for (const [size, create] of kinds) {
    for (let index = 0; index < size; index++) {
      yield create(source, index);
    }
  }
}

function createGroup(_: Source, index: number): Entity {
  const place = index % TEAMS_IN_A_DEPARTMENT;
  return createEntity({
    kind: 'Group',
    metadata: { name: `team-${index}`, annotations: locatedAt('org') },
    spec: {
      type: place === 0 ? 'department' : 'team',
      ...(place > 0 && { parent: `team-${index - place}` }),
      children: [],
      profile: { displayName: `Team ${index}` },
    },
  });
}

function createUser({ plan }: Source, index: number): Entity {
  const name = `user-${index}`;
  return createEntity({
    kind: 'User',
    metadata: { name, annotations: locatedAt('org') },
    spec: {
      profile: {
        displayName: `User ${index}`,
        email: `${name}@example.com`,
      },
      memberOf: [teamOf(plan, index)],
    },
  });
}

function createDomain({ plan, random }: Source, index: number): Entity {
  return createEntity({
    kind: 'Domain',
    metadata: {
      name: `domain-${index}`,
      description: `The ${twoSubjects(random)} domain`,
      annotations: locatedAt('domains'),
    },
    spec: { owner: teamOf(plan, index) },
  });
}

function createSystem({ plan, random }: Source, index: number): Entity {
  return createEntity({
    kind: 'System',
    metadata: {
      name: `system-${index}`,
      description: `The ${twoSubjects(random)} system`,
      annotations: locatedAt('systems'),
    },
    spec: {
      owner: teamOf(plan, index),
      domain: `domain-${index % plan.domains}`,
    },
  });
}

function createResource({ plan, random }: Source, index: number): Entity {
  return createEntity({
    kind: 'Resource',
    metadata: {
      name: `resource-${index}`,
      annotations: locatedAt('resources'),
    },
    spec: {
      type: random.pick(RESOURCE_TYPES),
      owner: teamOf(plan, index),
      system: systemOf(plan, index),
    },
  });
}

function createApi({ plan, random }: Source, index: number): Entity {
  const name = `api-${index}`;
  return createEntity({
    kind: 'API',
    metadata: {
      name,
      description: `API for ${twoSubjects(random)}`,
      tags: [random.pick(LANGUAGES)],
      annotations: locatedAt(name),
    },
    spec: {
      type: random.pick(API_TYPES),
      lifecycle: random.pick(LIFECYCLES),
      owner: teamOf(plan, index),
      system: systemOf(plan, index),
      definition: [
        'openapi: 3.0.0',
        `info: {title: API ${index}, version: 1.0.0}`,
        'paths: {}',
        '',
      ].join('\n'),
    },
  });
}

function createComponent({ plan, random }: Source, index: number): Entity {
  const name = `${twoSubjects(random)}-${index}`;
  return createEntity({
    kind: 'Component',
    metadata: {
      name,
      title: name.split('-').join(' '),
      description: `Service doing ${twoSubjects(random)} for ${twoSubjects(
        random,
      )}`,
      tags: [random.pick(LANGUAGES), random.pick(SUBJECTS)],
      labels: { tier: String(index % 4) },
      links: [
        { url: `https://grafana.example.com/d/${index}`, title: 'Dashboard' },
      ],
      annotations: {
        ...locatedAt(name),
        'github.com/project-slug': `acme/${name}`,
        'backstage.io/techdocs-ref': 'dir:.',
      },
    },
    spec: {
      type: random.pick(COMPONENT_TYPES),
      lifecycle: random.pick(LIFECYCLES),
      owner: `team-${random.below(plan.groups)}`,
      system: systemOf(plan, index),
      providesApis: oneOf('api', plan.apis, index),
      consumesApis: oneOf('api', plan.apis, index * 7 + 3),
      dependsOn: oneOf('resource:resource', plan.resources, index),
    },
  });
}

function createEntity(parts: Pick<Entity, 'kind' | 'metadata' | 'spec'>) {
  const { kind, metadata, spec } = parts;
  return { apiVersion: 'backstage.io/v1alpha1', kind, metadata, spec };
}

function locatedAt(repository: string) {
  const organisation = 'https://github.example.com/acme';
  return {
    'backstage.io/managed-by-location': `url:${organisation}/${repository}/blob/main/catalog-info.yaml`,
    'backstage.io/managed-by-origin-location': `url:${organisation}`,
  };
}

function twoSubjects(random: Random) {
  const first = random.pick(SUBJECTS);
  return `${first}-${random.pick(SUBJECTS)}`;
}

function teamOf(plan: CatalogPlan, index: number) {
  return `team-${index % plan.groups}`;
}

function systemOf(plan: CatalogPlan, index: number) {
  return `system-${index % plan.systems}`;
}

function oneOf(prefix: string, size: number, index: number) {
  return size > 0 ? [`${prefix}-${index % size}`] : [];
}
