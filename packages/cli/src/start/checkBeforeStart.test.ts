import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { checkDataDirectory } from './checkDataDirectory';
import { checkPort } from './checkPort';

describe('checkPort', () => {
  it('accepts a free port and reports one that is in use', async () => {
    const server = net.createServer();
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as net.AddressInfo;

    const [problem] = await checkPort({ host: '127.0.0.1', port });
    expect(problem.problem).toBe(`port ${port} is in use`);
    expect(problem.remedy).toContain(`--port ${port + 1}`);

    await new Promise(resolve => server.close(resolve));
    expect(await checkPort({ host: '127.0.0.1', port })).toEqual([]);
  });

  it('reports an address that this machine does not have', async () => {
    const [problem] = await checkPort({ host: '192.0.2.1', port: 7007 });
    expect(problem.where).toBe('backend.listen');
  });
});

describe('checkDataDirectory', () => {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-test-'));

  it('makes the directory', async () => {
    const directory = path.join(parent, 'a', 'b');
    expect(await checkDataDirectory({ directory })).toEqual([]);
    expect(fs.readdirSync(directory).sort()).toEqual(['databases', 'logs']);
  });

  it('reports a path that runs through a file', async () => {
    const file = path.join(parent, 'file');
    fs.writeFileSync(file, '');
    const [problem] = await checkDataDirectory({
      directory: path.join(file, 'data'),
    });
    expect(problem).toMatchObject({
      problem: 'the data directory cannot be written',
      cause: 'a part of the path is a file, not a folder',
    });
  });

  it('reports a directory that cannot be written', async () => {
    // Even root may not write there.
    const directory =
      process.platform === 'darwin' ? '/System/callboard' : '/sys/callboard';
    const [problem] = await checkDataDirectory({ directory });
    expect(problem.problem).toBe('the data directory cannot be written');
    expect(problem.remedy).toContain('--data');
  });
});
