import {
  type CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { DocsSites } from './DocsSites';

/** What became of a site of a wiki. */
export type Refreshed =
  | { outcome: 'built'; entityRef: string }
  | { outcome: 'fresh' }
  /** Nobody has opened it yet; whoever does builds it. */
  | { outcome: 'never-built' }
  /** TechDocs looked less than a minute ago, and does not look again before that is over. */
  | { outcome: 'too-soon' }
  | { outcome: 'failed'; reason: string };

/** Brings a site up to the commit `head` of its wiki, if it is not there. Throws where TechDocs does not answer. */
export async function refreshSite(options: {
  sites: DocsSites;
  ref: CompoundEntityRef;
  head: string;
}): Promise<Refreshed> {
  const { sites, ref, head } = options;
  const etag = await sites.etagOf(ref);
  if (etag === undefined) return { outcome: 'never-built' };
  if (etag === head) return { outcome: 'fresh' };
  const built = await sites.build(ref);
  if (built.outcome === 'failed') return built;
  if (built.outcome === 'built') {
    return { outcome: 'built', entityRef: stringifyEntityRef(ref) };
  }
  return (await sites.etagOf(ref)) === etag
    ? { outcome: 'too-soon' }
    : // A visitor has had it built meanwhile.
      { outcome: 'built', entityRef: stringifyEntityRef(ref) };
}
