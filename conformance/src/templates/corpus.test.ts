import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rejectedTemplates } from '@callboard/template-check';
import { testData } from '../catalogs/testData';
import { validatePaths } from '../catalogs/validate';
import { templateFiles } from './templateFiles';

const folder = testData('templates');

(folder ? describe : describe.skip)('templates of public repositories', () => {
  it('are accepted or rejected with file, line and key', async () => {
    const files = templateFiles(folder!);
    expect(files).toHaveLength(91);

    const rejected: string[] = [];
    const warnings = new Map<string, number>();
    let entities = 0;
    for (const file of files) {
      // Each for itself: the repositories hold templates of the same name.
      const report = await validatePaths({ paths: [join(folder!, file)] });
      entities += report.entities;
      expect(
        rejectedTemplates({
          text: readFileSync(join(folder!, file), 'utf8'),
          file,
        }),
      ).toEqual([]);
      for (const problem of report.problems) {
        expect(problem).toMatchObject({
          file: expect.stringContaining(file.split('/').at(-1)!),
          line: expect.any(Number),
          column: expect.any(Number),
        });
        if (problem.level === 'error' && problem.rule !== 'duplicate') {
          rejected.push(`${file}:${problem.line} ${problem.key}`);
        } else {
          warnings.set(problem.rule, (warnings.get(problem.rule) ?? 0) + 1);
        }
      }
    }
    // Both are of an apiVersion that Backstage 1.55 no longer knows. One more takes its steps from a URL, which is not fetched.
    expect(rejected).toEqual([
      'RoadieHQ__software-templates/scaffolder-templates/create-aws-serverless-backend/template.yaml:1 apiVersion',
      'RoadieHQ__software-templates/scaffolder-templates/create-aws-serverless-frontend-and-backend/template.yaml:1 apiVersion',
    ]);
    expect(entities).toBe(200);
    expect(Object.fromEntries(warnings)).toEqual({
      'template-expression': 17,
      'template-input': 4,
      'template-parameter': 2,
    });
  });
});
