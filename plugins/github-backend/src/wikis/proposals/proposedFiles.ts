import { convertWiki } from '../convert/convertWiki';
import type { WikiFile } from '../convert/Wiki';
import type { WikiAddress } from '../readWikiUrl';
import { withDocsAnnotation } from './withDocsAnnotation';
import type { WikiDocsState } from './wikiDocsState';

/** One commit takes all files in one request. */
const MOST_BYTES = 20_000_000;

/** The files of the commit, and what people have to know about them. */
export function proposedFiles(options: {
  files: WikiFile[];
  repositoryUrl: string;
  wiki: WikiAddress;
  path: string;
  state: Extract<WikiDocsState, { state: 'found' }>;
}):
  | { outcome: 'skipped'; reason: string }
  | { outcome: 'files'; additions: WikiFile[]; notes: string[] } {
  const { files, repositoryUrl, wiki, path, state } = options;
  const site = convertWiki({
    ...{ files, repositoryUrl, siteName: wiki.name },
    fromWiki: false,
  });
  if (site.length === 0) {
    return { outcome: 'skipped', reason: 'its wiki has no pages' };
  }
  const bytes = site.reduce((sum, { content }) => sum + content.byteLength, 0);
  if (bytes > MOST_BYTES) {
    return {
      outcome: 'skipped',
      reason: `its wiki has ${bytes} bytes, and at most ${MOST_BYTES} go into one commit; bring it over by hand, or without its largest files`,
    };
  }
  const notes: string[] = [];
  const additions = site.filter(
    file => file.path !== 'mkdocs.yml' || !state.hasMkdocs,
  );
  if (state.hasMkdocs) {
    notes.push(
      '`mkdocs.yml` was there and stays as it is. Look whether its `nav` names the new pages.',
    );
  }
  const annotated =
    state.descriptor === undefined
      ? undefined
      : withDocsAnnotation(state.descriptor);
  if (annotated?.outcome === 'changed') {
    additions.push({ path, content: Buffer.from(annotated.text) });
  } else if (annotated?.outcome === 'not-understood') {
    notes.push(
      `\`${path}\` stays as it is, since ${annotated.reason}. Add the annotation \`backstage.io/techdocs-ref: dir:.\` to the component.`,
    );
  }
  return { outcome: 'files', additions, notes };
}
