import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_INFERRED,
  ANNOTATION_LAG,
  ANNOTATION_SEEN_AT,
  ANNOTATION_SOURCE_COMMIT,
  ANNOTATION_SOURCE_FILE,
} from '@callboard/plugin-github-common';

const SHORT = 7;

/** Where an entity that comes from GitHub has what it says from. */
export type EntitySource =
  | {
      state: 'read';
      /** The descriptor's path in its repository, and its page as it was read. */
      file: { path: string; url?: string };
      commit?: { short: string; url?: string };
      /** ISO 8601. */
      seenAt: string;
      /** From GitHub's time of the change, in milliseconds. */
      lagMs?: number;
    }
  | {
      state: 'inferred';
      /** `acme/shop`. */
      repository?: { name: string; url: string };
      /** GitHub's page to write a descriptor. */
      createUrl?: string;
    };

/** Undefined for an entity that the mirror of GitHub does not know. */
export function sourceOf(entity: Entity): EntitySource | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const repository = repositoryOf(annotations[ANNOTATION_LOCATION]);
  if (annotations[ANNOTATION_INFERRED] === 'true') {
    const createUrl = webUrl(annotations[ANNOTATION_EDIT_URL]);
    return {
      state: 'inferred',
      ...(repository && { repository }),
      ...(createUrl && { createUrl }),
    };
  }
  const path = annotations[ANNOTATION_SOURCE_FILE];
  const seenAt = annotations[ANNOTATION_SEEN_AT];
  if (!path || !seenAt) return undefined;
  const commit = annotations[ANNOTATION_SOURCE_COMMIT];
  const lagMs = Number(annotations[ANNOTATION_LAG] ?? NaN);
  const at = repository && commit ? encodeURIComponent(commit) : undefined;
  return {
    state: 'read',
    file: {
      path,
      ...(at && {
        url: `${repository!.url}/blob/${at}/${path
          .split('/')
          .map(encodeURIComponent)
          .join('/')}`,
      }),
    },
    ...(commit && {
      commit: {
        short: commit.slice(0, SHORT),
        ...(at && { url: `${repository!.url}/commit/${at}` }),
      },
    }),
    seenAt,
    ...(Number.isFinite(lagMs) && { lagMs }),
  };
}

/** `url:https://github.com/acme/shop/blob/main/catalog-info.yaml` is in `acme/shop`. */
function repositoryOf(
  location: string | undefined,
): { name: string; url: string } | undefined {
  const url = webUrl(location?.replace(/^url:/, ''));
  if (!url) return undefined;
  const { origin, pathname } = new URL(url);
  const [owner, name] = pathname.split('/').filter(Boolean);
  return name
    ? { name: `${owner}/${name}`, url: `${origin}/${owner}/${name}` }
    : undefined;
}

/** Annotations are somebody's words: only what leads to a web page becomes a link. */
function webUrl(text: string | undefined): string | undefined {
  return text && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? text
    : undefined;
}
