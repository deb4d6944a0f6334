/** A README that is to be the whole of some docs. */
export interface ReadmeLocation {
  /** As people open it: `https://github.com/acme/shop/blob/main/README.md`. */
  url: string;
  /** `https://github.com/acme/shop` */
  repository: string;
  /** Ends with a slash: `https://github.com/acme/shop/blob/main/`. */
  folder: string;
  /** Where it can be edited. */
  editUrl: string;
}

const README = /^(https?:\/\/.+?)(?:\/-)?\/blob\/(?:.+\/)?readme\.md$/i;

/** Undefined where a URL is not that of a README alone: then it is a folder's. */
export function readReadmeLocation(url: string): ReadmeLocation | undefined {
  const [, repository] = README.exec(url) ?? [];
  return repository
    ? {
        url,
        repository,
        folder: url.slice(0, url.lastIndexOf('/') + 1),
        editUrl: url.replace('/blob/', '/edit/'),
      }
    : undefined;
}
