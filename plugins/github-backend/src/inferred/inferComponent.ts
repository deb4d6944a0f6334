import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  type Entity,
  KubernetesValidatorFunctions,
} from '@backstage/catalog-model';
import { ANNOTATION_INFERRED } from '@callboard/plugin-github-common';
import type {
  GithubSettings,
  InferenceSettings,
} from '../config/GithubSettings';
import type { Lacks } from '../people/owners/Lacks';
import type { KnownRepository } from '../store/MirrorView';
import { homepageLink } from './homepageLink';
import { inferDocs } from './inferDocs';
import { type InferredOwner, inferOwner } from './inferOwner';
import { inferredName } from './inferredName';
import { inferTags } from './inferTags';
import { ANNOTATION_README_DOCS, isReadmeRef } from './readmeRef';
import { ruleFor } from './ruleFor';

export type Inference =
  | {
      state: 'inferred';
      entity: Entity;
      /** What could not be found out, in words, for people. */
      missing: string[];
    }
  /** A rule leaves the repository out. */
  | { state: 'excluded' };

/**
 * A `Component` from what GitHub knows of a repository, whether or not it has a descriptor. Rules of the settings override what is found.
 * Pure; the same repository always gives the same entity, whatever was pushed to it.
 */
export function inferComponent(options: {
  repository: KnownRepository;
  inference: InferenceSettings;
  settings: Pick<GithubSettings, 'people' | 'readmeDocs'>;
  /** Teams that may write, best first. */
  teams?: { slug: string; permission: string }[];
  /** Whom CODEOWNERS may not mean. */
  lacks?: Lacks;
  /** Another repository has the plain name. */
  nameTaken?: boolean;
}): Inference {
  const { repository, inference, settings, teams, lacks, nameTaken } = options;
  const { owner, name, url, defaultBranch, description } = repository;
  const rule = ruleFor({ owner, name, rules: inference.rules });
  if (rule?.exclude) {
    return { state: 'excluded' };
  }
  const entityName = inferredName({ owner, name, taken: nameTaken });
  const found = inferOwner({ repository, teams, lacks, settings });
  const setOwner = rule?.owner ?? inference.owner;
  const docs = inferDocs({
    repository,
    wikis: inference.wikis,
    readmes: settings.readmeDocs,
  });
  const tags = inferTags({
    topics: [...repository.topics, ...(rule?.tags ?? [])],
    language: repository.language,
  });
  const link = homepageLink(repository.homepage);
  const type = repository.isFork ? inference.type.fork : inference.type.other;
  const location = `url:${url}`;

  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: entityName,
      ...(entityName !== name && { title: name }),
      ...(description && { description }),
      labels: {
        'github.com/owner': labelOf(owner),
        'github.com/visibility': repository.visibility,
      },
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_VIEW_URL]: url,
        ...(defaultBranch && {
          [ANNOTATION_EDIT_URL]: `${url}/new/${defaultBranch}?filename=catalog-info.yaml`,
          [ANNOTATION_SOURCE_LOCATION]: `url:${url}/tree/${defaultBranch}/`,
        }),
        'github.com/project-slug': `${owner}/${name}`,
        ...(docs && { 'backstage.io/techdocs-ref': docs }),
        ...(docs && isReadmeRef(docs) && { [ANNOTATION_README_DOCS]: 'true' }),
        [ANNOTATION_INFERRED]: 'true',
      },
      ...(tags.length > 0 && { tags }),
      ...(link && { links: [link] }),
    },
    spec: {
      type: rule?.type ?? type,
      lifecycle: rule?.lifecycle ?? inference.lifecycle,
      owner: setOwner ?? found.owner,
      ...(rule?.system && { system: rule.system }),
    },
  };

  const missing = [
    ...(setOwner ? [] : ownerMissing(found)),
    ...(description ? [] : ['it has no description']),
    ...(docs ? [] : ['it has no docs/']),
  ];
  return { state: 'inferred', entity, missing };
}

function ownerMissing({ owner, from, unknown }: InferredOwner): string[] {
  if (unknown.length > 0) {
    return [
      `CODEOWNERS names ${unknown.join(', ')}, and GitHub has no such ${
        unknown.every(each => each.includes('/')) ? 'team' : 'member'
      }: the owner is ${owner}`,
    ];
  }
  return from === 'organisation'
    ? [
        `neither CODEOWNERS nor a team's access says who owns it: the owner is ${owner}`,
      ]
    : [];
}

/** Logins are valid values of labels, but for those that end with an underscore of an enterprise without a short code. */
function labelOf(text: string): string {
  const value = text
    .replace(/[^A-Za-z0-9._-]/g, '-')
    .slice(0, 63)
    .replace(/^[._-]+|[._-]+$/g, '');
  return KubernetesValidatorFunctions.isValidLabelValue(value) ? value : '';
}
