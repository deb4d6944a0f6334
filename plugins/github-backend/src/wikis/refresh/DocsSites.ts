import type { CompoundEntityRef } from '@backstage/catalog-model';

/** TechDocs, as far as keeping sites fresh needs it. Throws where it does not answer. */
export interface DocsSites {
  /** The etag that a site was built from; undefined: it has never been built. */
  etagOf(ref: CompoundEntityRef): Promise<string | undefined>;
  /**
   * Has TechDocs look at the sources. `unchanged`: they are what was built, or it looked less than a minute ago and does not look again so
   * soon. Resolves once the site is published.
   */
  build(
    ref: CompoundEntityRef,
  ): Promise<
    | { outcome: 'built' }
    | { outcome: 'unchanged' }
    | { outcome: 'failed'; reason: string }
  >;
}
