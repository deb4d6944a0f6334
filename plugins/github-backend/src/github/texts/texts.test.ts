import { startReading, type Reading } from '../__testUtils__/startReading';

jest.setTimeout(60_000);

let reading: Reading;
beforeAll(async () => {
  reading = await startReading();
});
afterEach(() => {
  reading.sandbox.sandbox.faults.clear();
  reading.asked();
});
afterAll(() => reading.stop());

/** Commits symbolic links. */
async function linkFiles(name: string, links: Record<string, string>) {
  const git = (route: string, body?: unknown) => {
    const [method, path] = route.split(' ');
    const target = `/api/v3/repos/acme/${name}/git/${path}`;
    return reading.sandbox.call(`${method} ${target}`, { as: 'olivia', body });
  };
  const { body: head } = await git('GET ref/heads/main');
  const { body: tree } = await git('POST trees', {
    base_tree: head.object.sha,
    tree: Object.entries(links).map(([path, content]) => ({
      path,
      content,
      mode: '120000',
    })),
  });
  const { body: commit } = await git('POST commits', {
    message: 'Link',
    tree: tree.sha,
    parents: [head.object.sha],
  });
  await git('PATCH refs/heads/main', { sha: commit.sha });
}

it('has files of other branches, folders and sizes', async () => {
  const long = `# ${'long '.repeat(150_000)}\n`;
  const { name } = reading.add('odd', {
    'catalog-info.yaml': long,
    'huge.yaml': 'x'.repeat(1024 * 1024 + 1),
    'binary.yaml': 'a\0b',
    'umlaut.yaml': 'title: Zürich\n',
    'empty.yaml': '',
    'folder/a.yaml': 'a: 1\n',
  });
  const files = [
    'HEAD:catalog-info.yaml',
    'HEAD:huge.yaml',
    'HEAD:binary.yaml',
    'main:umlaut.yaml',
    'main:empty.yaml',
    'HEAD:folder',
    'other:catalog-info.yaml',
  ];
  const [found] = await reading.repositories.lookUp({
    host: reading.host,
    owner: 'acme',
    which: [{ name }],
    wanted: { files, hints: false },
  });
  const oid = expect.stringMatching(/^[0-9a-f]{40}$/);
  expect(found).toMatchObject({
    state: 'found',
    repository: {
      files: {
        'HEAD:catalog-info.yaml': { state: 'present', oid, text: long },
        'HEAD:huge.yaml': {
          state: 'unread',
          reason: 'It has 1048577 bytes; at most 1048576 are read',
        },
        'HEAD:binary.yaml': {
          state: 'unread',
          reason: 'It is a binary file',
        },
        'main:umlaut.yaml': { state: 'present', text: 'title: Zürich\n' },
        'main:empty.yaml': { state: 'present', text: '' },
        'HEAD:folder': { state: 'absent' },
        'other:catalog-info.yaml': { state: 'absent' },
      },
    },
  });
  expect(reading.asked()).toEqual([
    'POST graphql 200',
    expect.stringMatching(/^GET repos\/acme\/odd\/git\/blobs\/\w+ 200$/),
    expect.stringMatching(/^GET repos\/acme\/odd\/git\/blobs\/\w+ 200$/),
  ]);
  await reading.repositories.lookUp({
    host: reading.host,
    owner: 'acme',
    which: [{ name }],
    wanted: { files: files.slice(0, 3), hints: false },
  });
  // Blobs never change.
  expect(reading.asked()).toEqual(['POST graphql 200']);
});

it('follows a symbolic link, as the REST API does', async () => {
  const { name } = reading.add('linked', {
    'deploy/backstage.yaml': 'kind: API\n',
  });
  await linkFiles(name, {
    'catalog-info.yaml': 'deploy/backstage.yaml',
    'dangling.yaml': 'nowhere.yaml',
  });
  const [found] = await reading.repositories.lookUp({
    host: reading.host,
    owner: 'acme',
    which: [{ name }],
    wanted: {
      files: [
        'HEAD:catalog-info.yaml',
        'HEAD:dangling.yaml',
        'HEAD:deploy/backstage.yaml',
      ],
      hints: false,
    },
  });
  const direct = found.state === 'found' && found.repository.files;
  expect(found).toMatchObject({
    repository: {
      files: {
        'HEAD:catalog-info.yaml': Object(direct)['HEAD:deploy/backstage.yaml'],
        'HEAD:dangling.yaml': { state: 'present', text: '' },
      },
    },
  });
  expect(direct).toMatchObject({
    'HEAD:deploy/backstage.yaml': { state: 'present', text: 'kind: API\n' },
  });
});
