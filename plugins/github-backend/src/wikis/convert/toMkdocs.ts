import { stringify } from 'yaml';
import type { NavEntry } from './NavEntry';

/** The text of the `mkdocs.yml` of a wiki. */
export function toMkdocs(options: {
  /** `shop`. */
  siteName: string;
  nav: NavEntry[];
  /** Where the site's source is shown. Undefined leaves that to TechDocs. */
  wikiUrl?: string;
}): string {
  const { siteName, nav, wikiUrl } = options;
  return stringify(
    {
      site_name: siteName,
      // A wiki's pages are edited at addresses that MkDocs cannot make up, so each page has its own link.
      ...(wikiUrl && { repo_url: wikiUrl, edit_uri: '' }),
      plugins: ['techdocs-core'],
      nav: nav.map(toYaml),
    },
    // MkDocs reads YAML 1.1, where a title such as `Yes` is no text.
    { lineWidth: 0, compat: 'yaml-1.1' },
  );
}

function toYaml(entry: NavEntry): object {
  if ('entries' in entry) return { [entry.title]: entry.entries.map(toYaml) };
  return { [entry.title]: 'url' in entry ? entry.url : entry.docPath };
}
