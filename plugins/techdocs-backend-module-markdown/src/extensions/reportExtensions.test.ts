import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EXTENSIONS } from './EXTENSIONS';
import { reportExtensions } from './reportExtensions';

describe('reportExtensions', () => {
  const run = (extensions: string[], plugins: string[]) => {
    const told: string[] = [];
    const reported: string[] = [];
    reportExtensions({
      ...{ extensions, plugins, file: 'mkdocs.yml' },
      tell: message => told.push(message),
      report: message => reported.push(message),
    });
    return { told, reported };
  };

  it('says of a site what is supported, approximated and ignored', () => {
    expect(
      run(
        ['admonition', 'markdown.extensions.toc', 'own.thing', '__proto__'],
        ['search', 'git-authors'],
      ),
    ).toEqual({
      told: [
        'mkdocs.yml names 6 extensions and plugins: 2 supported, 1 approximated, 3 ignored. Supported: admonition, search',
        expect.stringMatching(
          /^mkdocs\.yml: approximated extensions: markdown\.extensions\.toc \(anchors/,
        ),
      ],
      reported: [
        'mkdocs.yml: ignored extensions: own.thing (nothing is known of it, and no code of it is run), __proto__ (nothing is known of it, and no code of it is run)',
        'mkdocs.yml: ignored plugins: git-authors (the build does not run git)',
      ],
    });
    expect(run([], [])).toEqual({ told: [], reported: [] });
  });

  it('takes what techdocs-core switches on as given', () => {
    expect(run([], ['techdocs-core'])).toEqual({
      told: [
        'mkdocs.yml names 1 extension or plugin: 1 supported, 0 approximated, 0 ignored. Supported: techdocs-core',
      ],
      reported: [],
    });
  });
});

describe('the table of extensions', () => {
  it.each(
    Object.entries(EXTENSIONS).filter(([, { state }]) => state === 'supported'),
  )('names a test that shows %s', (_, { test }) => {
    const file = path.join(__dirname, '..', `${test?.file}`);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(`('${test?.title}`);
  });
});
