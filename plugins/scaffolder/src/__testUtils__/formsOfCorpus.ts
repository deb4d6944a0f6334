import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** One page of the form of a template, as the backend gives it. */
export interface CorpusPage {
  /** The file, and which page of which template in it. */
  where: string;
  schema: Record<string, unknown>;
}

/** What says no more of how a field is drawn than that it is there. */
const WORDS = [
  'title',
  'description',
  'default',
  'enum',
  'enumNames',
  'required',
  'pattern',
  'ui:help',
  'ui:placeholder',
];

/**
 * Pages of the templates below `CALLBOARD_TEST_DATA` (or `../shared/data` beside the repository): as many as it takes to have every field
 * once that differs in more than words. Undefined where there is no such folder.
 */
export function formsOfCorpus(): CorpusPage[] | undefined {
  const root = resolve(__dirname, '../../../..');
  const folder = join(
    resolve(root, process.env.CALLBOARD_TEST_DATA ?? '../shared/data'),
    'templates',
  );
  if (!existsSync(folder)) return undefined;
  const seen = new Set<string>();
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.ya?ml$/.test(file))
    .sort()
    .flatMap(file => pagesOf(join(folder, file), file))
    .filter(({ schema }) => {
      const unseen = shapesOf(schema).filter(shape => !seen.has(shape));
      unseen.forEach(shape => seen.add(shape));
      return unseen.length > 0;
    });
}

/** Each field of a page without its words, and what the page has beside fields. */
function shapesOf(schema: Record<string, unknown>): string[] {
  const { properties, ...rest } = schema;
  return [rest, ...Object.values(properties ?? {})].map(part =>
    JSON.stringify(part, (key, value) =>
      WORDS.includes(key) ? typeof value : value,
    ),
  );
}

function pagesOf(path: string, file: string): CorpusPage[] {
  const text = readFileSync(path, 'utf8');
  if (!/^kind: *["']?Template/m.test(text)) return [];
  return parseAllDocuments(text, { logLevel: 'silent' }).flatMap(
    (document, at) => {
      const entity = document.errors.length ? undefined : document.toJS();
      if (entity?.kind !== 'Template') return [];
      return [entity.spec?.parameters ?? []]
        .flat()
        .filter(schema => schema && typeof schema === 'object')
        .map((schema, page) => ({
          where: `${file} ${at + 1}.${page + 1}`,
          schema,
        }));
    },
  );
}
