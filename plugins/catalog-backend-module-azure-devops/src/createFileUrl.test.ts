import { getAzureFileFetchUrl } from '@backstage/integration';
import { createFileUrl } from './createFileUrl';

it.each([
  ['web', '/catalog-info.yaml', undefined],
  ['C# & C++?', '/src/a b/100%+1;é.yaml', 'feature/#1&2+3'],
])('reads back as what it was: %s', (name, path, branch) => {
  const url = createFileUrl({
    source: { host: 'dev.azure.com', organization: 'fabrikam', branch },
    file: { path, project: { name: `P ${name}` }, repository: { name } },
  });

  const read = new URL(getAzureFileFetchUrl(url));
  expect(read.pathname.split('/').map(decodeURIComponent)).toEqual([
    '',
    'fabrikam',
    `P ${name}`,
    '_apis',
    'git',
    'repositories',
    name,
    'items',
  ]);
  expect(read.searchParams.get('path')).toBe(path);
  expect(read.searchParams.get('version')).toBe(branch ?? null);
});
