import { writeFolder } from '../__testUtils__/writeFolder';
import { readSeed } from './readSeed';

const ORG = {
  'sandbox.yaml':
    'people: { files: [people.yaml] }\nteams: { files: [teams.yaml] }\n',
  'people.yaml': `
kind: User
metadata: { name: ada, description: Engineer }
spec: { profile: { displayName: Ada L., email: ada@acme.example }, memberOf: [web] }
`,
  'teams.yaml': `
kind: Group
metadata: { name: company }
spec: {}
---
kind: Group
metadata: { name: web, title: The web }
spec: { parent: group:default/company }
`,
};

let remove = () => undefined as void;

async function read(files: Record<string, string>, name?: string) {
  const written = writeFolder({ files, name });
  remove = written.remove;
  return readSeed({ folder: written.folder });
}

async function problemsOf(files: Record<string, string>) {
  const result = await read(files);
  return result.outcome === 'invalid'
    ? result.problems.map(
        ({ file, line, key, message }) => `${file}:${line} ${key}: ${message}`,
      )
    : [];
}

const settings = (yaml: string) => ({
  ...ORG,
  'repositories/shop/README.md': '# Shop\n',
  'repositories/shop/src/a.ts': 'export const a = 1;\n',
  'sandbox/shop.yaml': yaml,
});

afterEach(() => remove());

describe('readSeed', () => {
  it('takes a folder with nothing but a repository', async () => {
    const result = await read(
      { 'repositories/x/README.md': '# X\n' },
      'My Company',
    );
    expect(result).toMatchObject({
      outcome: 'read',
      seed: {
        organisation: { login: 'my-company' },
        repositories: [{ name: 'x', files: { paths: ['README.md'] }, runs: 0 }],
      },
    });
  });

  it('reads people and teams from entities', async () => {
    const result = await read(ORG);
    expect(result).toMatchObject({
      outcome: 'read',
      seed: {
        people: [{ login: 'ada', name: 'Ada L.', bio: 'Engineer' }],
        teams: [
          { slug: 'company', members: [] },
          { slug: 'web', name: 'The web', parent: 'company', members: ['ada'] },
        ],
      },
    });
  });

  it('reads contents when they are asked for, with the bit for programs', async () => {
    const result = await read(settings('description: A shop\n'));
    const [shop] = result.outcome === 'read' ? result.seed.repositories! : [];
    expect(shop.description).toBe('A shop');
    expect(await shop.files!.read({ path: 'src/a.ts' })).toEqual({
      content: Buffer.from('export const a = 1;\n'),
      executable: false,
    });
  });

  it('lets the settings of a repository win over the defaults', async () => {
    const result = await read({
      ...settings('visibility: public\n'),
      'sandbox.yaml': `${ORG['sandbox.yaml']}repositories: { defaults: { visibility: internal, topics: [shop] } }\n`,
    });
    expect(result).toMatchObject({
      seed: { repositories: [{ visibility: 'public', topics: ['shop'] }] },
    });
  });

  it('tells of everything that does not fit the schema, with its line', async () => {
    expect(
      await problemsOf(
        settings(
          'visibilty: public\ntopics: [Shop]\nissues:\n  - author: ada\n',
        ),
      ),
    ).toEqual([
      'sandbox/shop.yaml:1 visibilty: "visibilty" is not a key that can stand here',
      'sandbox/shop.yaml:2 topics.0: this text does not have the form that is needed',
      'sandbox/shop.yaml:4 issues.0: "title" is missing',
      'sandbox/shop.yaml:4 issues.0: "daysAgo" is missing',
    ]);
  });

  it('names the key that was probably meant', async () => {
    const result = await read(settings('visibilty: public\n'));
    expect(result).toMatchObject({
      problems: [{ remedy: 'Write "visibility" if that is meant.' }],
    });
  });

  it('tells of YAML that cannot be read, and goes on with the other files', async () => {
    expect(
      await problemsOf({
        ...settings('topics: [shop\n'),
        'sandbox/other.yaml': 'colour: red\n',
      }),
    ).toEqual([
      'sandbox/other.yaml:1 colour: "colour" is not a key that can stand here',
      expect.stringMatching(/^sandbox\/shop\.yaml:\d+ : not valid YAML: /),
    ]);
  });

  it('tells of files that are not there and entities that do not fit', async () => {
    expect(
      await problemsOf({
        'sandbox.yaml': 'people: { files: [a.yaml,\n  gone.yaml] }\n',
        'a.yaml':
          'kind: User\nmetadata: { name: ada }\nspec:\n  memberOf: [nobody]\n',
      }),
    ).toEqual([
      'a.yaml:4 spec.memberOf: there is no team "nobody"',
      'sandbox.yaml:2 people.files.1: there is no file gone.yaml',
    ]);
  });

  it('tells of every name that nothing has', async () => {
    expect(
      await problemsOf(
        settings(`teams:
  webb: push
stars: [bob]
history:
  - { message: One, author: ada, daysAgo: 9 }
  - { message: Two, author: eve, daysAgo: 8, paths: [lib/**] }
issues:
  - { title: A, author: ada, daysAgo: 1, labels: [big], milestone: Soon }
pullRequests:
  - { title: B, author: ada, daysAgo: 1, branch: gone }
releases:
  - { tag: v1, author: ada, daysAgo: 1 }
deployments:
  - { environment: moon, by: ada, daysAgo: 1 }
protection:
  trunk: { approvals: 1 }
alerts:
  - { advisory: GHSA-aaaa-bbbb-cccc, package: x, manifest: go.mod, daysAgo: 1 }
`),
      ),
    ).toEqual([
      'sandbox/shop.yaml:2 teams.webb: there is no team "webb"',
      'sandbox/shop.yaml:3 stars.0: there is no person "bob"',
      'sandbox/shop.yaml:6 history.1.author: there is no person "eve"',
      'sandbox/shop.yaml:6 history.1.paths.0: no file of the repository matches this',
      'sandbox/shop.yaml:8 issues.0.labels.0: there is no label "big"',
      'sandbox/shop.yaml:8 issues.0.milestone: there is no milestone "Soon"',
      'sandbox/shop.yaml:10 pullRequests.0.branch: there is no branch "gone"',
      'sandbox/shop.yaml:12 releases.0.tag: there is no tag "v1"',
      'sandbox/shop.yaml:14 deployments.0.environment: there is no environment "moon"',
      'sandbox/shop.yaml:16 protection.trunk: there is no branch "trunk"',
      'sandbox/shop.yaml:18 alerts.0.advisory: there is no advisory "GHSA-aaaa-bbbb-cccc"',
      'sandbox/shop.yaml:18 alerts.0.manifest: there is no file "go.mod"',
    ]);
  });

  it('tells of what cannot have happened', async () => {
    expect(
      await problemsOf(
        settings(`history:
  - { message: One, author: ada, daysAgo: 5 }
  - message: Two
    author: ada
    daysAgo: 6
branches:
  - name: same
  - name: topic
    commits:
      - message: Change
        author: ada
        daysAgo: 1
        edits:
          src/a.ts:
            - { replace: nothing like this, with: '' }
pullRequests:
  - { title: Empty, author: ada, daysAgo: 1, branch: same, number: 3 }
  - title: Mine
    author: ada
    daysAgo: 1
    branch: topic
    number: 3
    reviewers: ['team:web']
    reviews: [{ by: ada, state: approved, daysAgo: 2 }]
`),
      ),
    ).toEqual([
      'sandbox/shop.yaml:5 history.1.daysAgo: this commit is older than the one above it',
      'sandbox/shop.yaml:15 branches.1.commits.0.edits.src/a.ts.0.replace: this text is not in the file',
      'sandbox/shop.yaml:17 pullRequests.0.branch: "same" has no commit that "main" lacks',
      'sandbox/shop.yaml:22 pullRequests.1.number: the number 3 is used twice',
      'sandbox/shop.yaml:23 pullRequests.1.reviewers.0: the team "web" has no permission on the repository',
      'sandbox/shop.yaml:24 pullRequests.1.reviews.0.daysAgo: this is older than what it is about',
      'sandbox/shop.yaml:24 pullRequests.1.reviews.0.by: nobody judges their own pull request',
    ]);
  });

  it('expects a manifest to name the package of an alert', async () => {
    expect(
      await problemsOf({
        ...settings(
          'alerts:\n  - { advisory: GHSA-aaaa-bbbb-cccc, package: lodash, manifest: README.md, daysAgo: 1 }\n',
        ),
        'advisories.yaml':
          'GHSA-aaaa-bbbb-cccc:\n  severity: high\n  summary: Bad\n  packages: [{ ecosystem: npm, name: lodash, vulnerable: "< 2" }]\n',
      }),
    ).toEqual([
      'sandbox/shop.yaml:2 alerts.0.manifest: README.md does not name lodash',
    ]);
  });

  it('expects code alerts in a line that is there, and takes no secrets', async () => {
    expect(
      await problemsOf(
        settings(`codeAlerts:
  - { rule: a/b, severity: error, summary: Bad, path: gone.ts, daysAgo: 1 }
  - { rule: a/b, severity: error, summary: Bad, path: README.md, line: 99, daysAgo: 1, state: dismissed }
`),
      ),
    ).toEqual([
      'sandbox/shop.yaml:2 codeAlerts.0.path: there is no file "gone.ts"',
      'sandbox/shop.yaml:3 codeAlerts.1.line: README.md has 1 lines',
      'sandbox/shop.yaml:3 codeAlerts.1.state: nobody dismissed this alert',
    ]);
    const [problem] = await problemsOf(
      settings(
        'secretAlerts:\n  - { type: a, name: A, daysAgo: 1, secret: x }\n',
      ),
    );
    expect(problem).toContain('secret');
  });
});
