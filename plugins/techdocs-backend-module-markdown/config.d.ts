export interface Config {
  techdocs?: {
    generator?: {
      /**
       * What turns Markdown into a TechDocs site.
       *
       * `markdown` (default) renders it in the backend: no Python, no Docker, no network.
       * `mkdocs` leaves the generator of stock TechDocs in place; `runIn` and the other keys
       * of `techdocs.generator` then apply.
       */
      engine?: 'markdown' | 'mkdocs';
      /**
       * Build the docs of all entities in the background after the start, instead of each on its first visit, so that
       * search finds them. Default: false. It needs `techdocs.builder: local`.
       */
      prebuild?: boolean;
      cache?: {
        /**
         * A folder for rendered pages, so that a build renders only those that have changed. It holds up to 500 MB and
         * may be deleted at any time. Without it, every build renders all pages.
         */
        directory?: string;
      };
    };
  };
}
