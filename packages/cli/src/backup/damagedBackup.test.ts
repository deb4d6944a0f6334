import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { create, extract } from 'tar';
import type { JsonObject } from '@backstage/types';
import type { BackupManifest } from './BackupManifest';
import {
  backUp,
  createData,
  createFolder,
  fingerprint,
  problemOf,
  putBack,
} from './testing';

describe('restore of a file that is no whole backup of this portal', () => {
  let folder: string;
  let data: string;
  let file: string;
  let before: Record<string, string>;

  beforeEach(async () => {
    folder = createFolder();
    data = createData(path.join(folder, 'data'));
    file = path.join(folder, 'portal.tar.gz');
    await backUp({ data, file });
    before = fingerprint(data);
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** Unpacks the backup, lets a test change it, and packs it again. */
  async function rewrite(
    change: (unpacked: string, manifest: BackupManifest) => void,
  ) {
    const unpacked = fs.mkdtempSync(path.join(folder, 'unpacked-'));
    await extract({ file, cwd: unpacked });
    const manifestFile = path.join(unpacked, 'manifest.json');
    const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
    change(unpacked, manifest);
    fs.writeFileSync(manifestFile, JSON.stringify(manifest));
    await create({ file, cwd: unpacked, gzip: true }, [
      'manifest.json',
      'data',
    ]);
  }
  /** What the restore reports. Whatever was wrong: nothing may have changed, and nothing may lie around. */
  async function restore(database?: JsonObject) {
    const problem = await problemOf(
      putBack({ data, file, replace: true, database }),
    );
    expect(fingerprint(data)).toEqual(before);
    expect(fs.readdirSync(folder).filter(name => /restor/.test(name))).toEqual(
      [],
    );
    return problem;
  }

  it('names the file whose content has changed', async () => {
    await rewrite(unpacked =>
      fs.appendFileSync(path.join(unpacked, 'data/keys/backend.key'), '!'),
    );
    expect(await restore()).toMatchObject({
      problem: 'the backup is damaged or has been changed',
      cause:
        'data/keys/backend.key does not have the content that was backed up',
    });
  });

  it('names a file that is missing and one that is too much', async () => {
    await rewrite(unpacked =>
      fs.renameSync(
        path.join(unpacked, 'data/keys/backend.key'),
        path.join(unpacked, 'data/keys/other.key'),
      ),
    );
    expect((await restore()).cause).toBe(
      'data/keys/backend.key is missing\ndata/keys/other.key is not listed in the manifest',
    );
  });

  it('writes nothing outside through a link, though the manifest lists it', async () => {
    const outside = path.join(folder, 'outside');
    fs.mkdirSync(outside);
    await rewrite((unpacked, manifest) => {
      const payload = 'evil';
      fs.mkdirSync(path.join(unpacked, 'data/plugins'));
      fs.writeFileSync(path.join(unpacked, 'data/plugins/x'), payload);
      manifest.entries.push({
        type: 'file',
        path: 'data/plugins/../../../outside/x',
        mode: 0o644,
        size: payload.length,
        sha256: createHash('sha256').update(payload).digest('hex'),
      });
    });
    expect((await restore()).problem).toBe(
      'the backup is damaged or has been changed',
    );
    expect(fs.readdirSync(outside)).toEqual([]);
  });

  it.each([1, 0.9, 0.5, 0.1])(
    'says that a file cut to %d of its length is damaged',
    async share => {
      const bytes = fs.readFileSync(file);
      fs.writeFileSync(
        file,
        bytes.subarray(0, Math.floor(bytes.length * share) - 1),
      );
      expect((await restore()).problem).toMatch(/damaged|not a backup/);
    },
  );

  it('finds a flipped bit', async () => {
    const bytes = fs.readFileSync(file);
    bytes[Math.floor(bytes.length * 0.6)] ^= 1;
    fs.writeFileSync(file, bytes);
    expect((await restore()).problem).toMatch(/damaged/);
  });

  it.each([
    { content: 'not an archive at all', problem: /damaged|not a backup/ },
    { content: '', problem: /damaged|not a backup/ },
  ])('does not take "$content" for a backup', async ({ content, problem }) => {
    fs.writeFileSync(file, content);
    expect((await restore()).problem).toMatch(problem);
  });

  it('does not take another archive for a backup', async () => {
    await create({ file, cwd: data, gzip: true }, ['docs']);
    expect((await restore()).problem).toBe(
      'the file is not a backup of Callboard',
    );
  });

  it('says that the file does not exist', async () => {
    file = path.join(folder, 'missing.tar.gz');
    expect((await restore()).problem).toBe('the backup cannot be read');
  });

  it('refuses a newer format and says which version reads it', async () => {
    await rewrite((_unpacked, manifest) => {
      manifest.format = 2;
      manifest.callboardVersion = '3.0.0';
    });
    const { problem, remedy } = await restore();
    expect(problem).toContain('newer format');
    expect(remedy).toBe('restore it with Callboard 3.0.0 or newer');
  });

  it('refuses a backup of a newer version', async () => {
    await rewrite((_unpacked, manifest) => {
      manifest.callboardVersion = '0.2.0';
    });
    expect((await restore()).problem).toBe(
      'the backup is newer than this version of Callboard',
    );
  });

  it('refuses a backup of another kind of database', async () => {
    const problem = await restore({
      client: 'pg',
      connection: {},
      pluginDivisionMode: 'schema',
    });
    expect(problem.problem).toBe(
      'the backup is of a portal on SQLite, and this one is configured for PostgreSQL',
    );
    expect(problem.remedy).toContain('backend.database.client');
  });
});
