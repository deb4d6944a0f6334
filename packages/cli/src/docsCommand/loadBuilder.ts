/** What builds a site. */
export type Builder =
  typeof import('@callboard/plugin-techdocs-backend-module-markdown/src/site/buildSite');

/**
 * Loads the builder alone: the module around it takes the publishers of TechDocs with it, which take longer to load than
 * many a site to build.
 */
export async function loadBuilder(): Promise<Builder> {
  // eslint-disable-next-line @backstage/no-forbidden-package-imports -- The whole package would take seconds to load.
  return require('@callboard/plugin-techdocs-backend-module-markdown/src/site/buildSite');
}
