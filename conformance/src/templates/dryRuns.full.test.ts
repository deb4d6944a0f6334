import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { testData } from '../catalogs/testData';
import { startPreset, type RunningPreset } from '../presets/startPreset';
import { layOut } from './layOut';
import { templateFiles } from './templateFiles';
import { valuesFor } from './valuesFor';

jest.setTimeout(240_000);

const folder = testData('templates');

/** Why a template of the corpus cannot run dry here, by what the refusal says. */
const CAUSES = {
  'a skeleton that is not in the data': /ENOENT: no such file or directory/,
  'files of a repository that is not at hand': /404 Not Found/,
  'a method that the template language has not': /cannot be called/,
  'a filter that is not here, so that the text stays as it is': /\| now \}\}/,
};

/** A template of the corpus. */
type Found = { name: string; repository: string; file: string; template: any };

(folder ? describe : describe.skip)('templates of public repositories', () => {
  let portal: RunningPreset;
  beforeAll(async () => {
    portal = await startPreset({ presets: ['demo'] });
  });
  afterAll(() => portal?.stop());

  it('run dry where all their actions are there', async () => {
    const actions = new Set<string>(
      (await portal.ask('/api/scaffolder/v2/actions')).map(
        ({ id }: { id: string }) => id,
      ),
    );
    const counts = { dryRun: 0, actionMissing: 0 };
    const refused: Record<string, number> = {};
    const unexplained: string[] = [];
    for (const found of corpus(folder!)) {
      const { template, repository, file, name } = found;
      const missing = template.spec.steps.filter(
        ({ action }: { action: string }) => !actions.has(action),
      );
      if (missing.length > 0) {
        counts.actionMissing += 1;
        continue;
      }
      try {
        const body = layOut({
          repository,
          file,
          template,
          values: valuesFor(template.spec.parameters),
        });
        const { steps } = await portal.ask('/api/scaffolder/v2/dry-run', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...body, secrets: {} }),
        });
        expect(steps).toHaveLength(template.spec.steps.length);
        counts.dryRun += 1;
      } catch (error) {
        // The answer; the portal's log follows it.
        const [text] = String(error).split('\n');
        const cause = Object.entries(CAUSES).find(([, pattern]) =>
          pattern.test(text),
        )?.[0];
        if (cause) {
          refused[cause] = (refused[cause] ?? 0) + 1;
        } else {
          unexplained.push(`${name}: ${text.slice(0, 300)}`);
        }
      }
    }
    process.stdout.write(
      `Templates run dry: ${counts.dryRun}; with an action that is not here: ${
        counts.actionMissing
      }; refused: ${JSON.stringify(refused)}\n`,
    );
    expect(unexplained).toEqual([]);
    expect({ ...counts, refused }).toEqual({
      dryRun: 143,
      actionMissing: 31,
      refused: {
        'a skeleton that is not in the data': 13,
        'files of a repository that is not at hand': 4,
        'a method that the template language has not': 2,
        'a filter that is not here, so that the text stays as it is': 4,
      },
    });
  });
});

/** The templates that the schema takes and that have their steps in the file. */
function corpus(root: string): Found[] {
  return templateFiles(root).flatMap(path => {
    const [owner, ...rest] = path.split('/');
    return parseAllDocuments(readFileSync(join(root, path), 'utf8'))
      .map(document => document.toJSON())
      .filter(
        value =>
          value?.kind === 'Template' &&
          value.apiVersion === 'scaffolder.backstage.io/v1beta3' &&
          Array.isArray(value.spec.steps) &&
          value.spec.steps.every((step: any) => step.action),
      )
      .map(template => ({
        name: `${path} ${template.metadata.name}`,
        repository: join(root, owner),
        file: rest.join('/'),
        template,
      }));
  });
}
