import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { assembledQueries } from './__testUtils__/assembledQueries';
import { findLooseAddresses } from './__testUtils__/findLooseAddresses';
import { listOwnPackages, listPackages } from './__testUtils__/listPackages';
import { notFetched } from './__testUtils__/notFetched';
import { plainFetches } from './__testUtils__/plainFetches';
import { readSources } from './__testUtils__/readSources';
import { repositoryRoot } from './__testUtils__/repositoryRoot';
import { scanPackages } from './__testUtils__/scanPackages';
import { readUsageLists, writeUsageLists } from './__testUtils__/usageLists';

const root = repositoryRoot();

it('has lists that say what the packages ask for: UPDATE_USAGE=1 with this test writes them anew', () => {
  const found = scanPackages({ root });
  if (process.env.UPDATE_USAGE) {
    writeUsageLists(found);
  }
  expect(readUsageLists()).toEqual(found);
});

it.each(plainFetches)(
  'still finds $route in $package, $file',
  ({ package: name, file, text }) => {
    const own = listOwnPackages({ root }).find(one => one.name === name);
    const directory = own?.directory ?? join(root, 'node_modules', name);
    expect(readFileSync(join(directory, file), 'utf8')).toContain(text);
  },
);

it.each(assembledQueries)(
  'leaves the query of $definedIn to $checkedBy of $package, which checks it',
  ({ package: name, file, definedIn, checkedBy }) => {
    const { directory } = listOwnPackages({ root }).find(
      one => one.name === name,
    )!;
    const source = readFileSync(join(directory, file), 'utf8');
    expect(source).toContain(`function ${definedIn}(`);
    expect(readFileSync(join(directory, checkedBy), 'utf8')).toMatch(
      /schema|sandbox/,
    );
  },
);

it('knows every address of GitHub that code of Backstage and of ours puts together itself', () => {
  const found = [...listPackages({ root }), ...listOwnPackages({ root })]
    .filter(({ name }) => /^@(backstage|callboard|roadiehq)/.test(name))
    .flatMap(scanned =>
      readSources({ package: scanned })
        .filter(({ file }) => !/bitbucket/i.test(file))
        .flatMap(({ file, tree }) =>
          findLooseAddresses({ tree }).map(text => ({
            package: scanned.name,
            file,
            text,
          })),
        ),
    );
  const known = [...plainFetches, ...notFetched];
  expect(found).not.toEqual([]);
  expect(
    found.filter(
      address =>
        !known.some(
          one =>
            one.package === address.package && address.text.includes(one.text),
        ),
    ),
  ).toEqual([]);
});

/** Of github.com itself, or of Enterprise Servers alone: github.com's description of its API does not contain them. */
const OUTSIDE_THE_DESCRIPTION = [
  'GET /apps/{app_slug}/installations/new',
  'GET /login/oauth/authorize',
  'GET /orgs/{org}/pre-receive-hooks',
  'GET /raw/{owner}/{repo}/{ref}/{path}',
  'POST /graphql',
  'POST /login/device/code',
  'POST /login/oauth/access_token',
  'POST /organizations/{org}/settings/apps/new',
  'git-receive-pack',
  'git-upload-pack',
];

it("names routes by the templates of GitHub's published description", () => {
  const description = readFileSync(
    join(
      dirname(require.resolve('@octokit/openapi-types/package.json')),
      'types.d.ts',
    ),
    'utf8',
  );
  expect(
    readUsageLists()
      .routes.map(({ route }) => route)
      .filter(route => !describes(description, route))
      .sort(),
  ).toEqual(OUTSIDE_THE_DESCRIPTION);
});

it("has queries that GitHub's published schema allows, but for the suspension that only Enterprise Servers have", () => {
  const schema = buildSchema(
    readFileSync(
      join(root, 'node_modules/@octokit/graphql-schema/schema.graphql'),
      'utf8',
    ),
    { assumeValid: true, assumeValidSDL: true, noLocation: true },
  );
  const problems = readUsageLists().queries.flatMap(({ text }) =>
    validate(schema, parse(text)).map(({ message }) => message),
  );
  expect(problems).toEqual([
    'Cannot query field "suspendedAt" on type "User". Did you mean "updatedAt"?',
  ]);
});

function describes(description: string, route: string): boolean {
  const [method, path] = route.replace(/^HEAD /, 'GET ').split(' ');
  const start = description.indexOf(`\n  "${path}": {\n`);
  const end = description.indexOf('\n  };\n', start);
  return (
    start !== -1 &&
    description
      .slice(start, end)
      .includes(`\n    ${method.toLowerCase()}: operations[`)
  );
}
