import { MkdocsConfig } from '../config/MkdocsConfig';

const DEFAULTS: [RegExp, string][] = [
  [/(?:^|\.)github\.com$/, 'edit/master/'],
  [/(?:^|\.)gitlab\.com$/, 'edit/master/'],
];

/** Where a page can be edited, by MkDocs's rules for `repo_url` and `edit_uri`. */
export function editUrl(options: {
  config: Pick<
    MkdocsConfig,
    'repoUrl' | 'editUri' | 'editUriTemplate' | 'docsDir'
  >;
  docPath: string;
}): string | undefined {
  const { repoUrl, editUriTemplate, docsDir } = options.config;
  const docPath = options.docPath.split('/').map(encodeURIComponent).join('/');
  if (editUriTemplate) {
    return join(repoUrl, editUriTemplate.replace(/\{path(?:!q)?\}/g, docPath));
  }
  const editUri = options.config.editUri ?? defaultEditUri(repoUrl, docsDir);
  if (!editUri) {
    return undefined;
  }
  const slash = /[/=]$/.test(editUri) ? '' : '/';
  return join(repoUrl, `${editUri}${slash}${docPath}`);
}

function defaultEditUri(repoUrl: string | undefined, docsDir: string) {
  const host =
    repoUrl && URL.canParse(repoUrl) ? new URL(repoUrl).hostname : '';
  const known = DEFAULTS.find(([pattern]) => pattern.test(host));
  return known && `${known[1]}${docsDir}/`;
}

function join(repoUrl: string | undefined, uri: string): string | undefined {
  const base = repoUrl && /[?#]/.test(uri[0]) ? repoUrl : `${repoUrl ?? ''}/`;
  const url = /^https?:/i.test(uri)
    ? uri
    : base.replace(/\/+$/, '/') + uri.replace(/^\/+/, '');
  // Anything but a web address is not worth a button.
  return /^https?:\/\//i.test(url) && URL.canParse(url)
    ? new URL(url).href
    : undefined;
}
