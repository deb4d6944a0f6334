import { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { GitError, startError } from '../process/GitError';
import { spawnGit } from '../process/spawnGit';
import { ObjectType } from '../types';

const IDLE_MILLISECONDS = 10_000;

/** What git knows of an object; `data` only if it was asked for. */
export interface CatFileAnswer {
  type: ObjectType;
  size: number;
  data?: Buffer;
}

interface Request {
  withData: boolean;
  resolve(answer: CatFileAnswer | undefined): void;
  reject(error: Error): void;
}

/** A running `git cat-file --batch-command`, for objects that are in packs. It is started when needed and ends when it was idle for a while. */
export class CatFile {
  readonly #directory: string;
  #child: ChildProcess | undefined;
  #requests: Request[] = [];
  #chunks: Buffer[] = [];
  #received = 0;
  #needed = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: { directory: string }) {
    this.#directory = options.directory;
  }

  /** Reads an object; undefined if it is not there. */
  read(options: {
    sha: string;
    withData: boolean;
  }): Promise<CatFileAnswer | undefined> {
    return new Promise((resolve, reject) => {
      const { sha, withData } = options;
      const child = this.#start();
      this.#requests.push({ withData, resolve, reject });
      child.stdin!.write(`${withData ? 'contents' : 'info'} ${sha}\n`);
      this.#hold(true);
    });
  }

  /** Ends the process. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child) {
      const closed = new Promise(resolve => child.once('close', resolve));
      this.#end(new GitError('The repository was closed'));
      await closed;
    }
  }

  #start(): ChildProcess {
    if (this.#child) {
      return this.#child;
    }
    const child = spawnGit({
      args: ['cat-file', '--batch-command'],
      directory: this.#directory,
      stdin: 'pipe',
    });
    child.stderr!.resume();
    child.stdout!.on('data', chunk => {
      this.#chunks.push(chunk);
      this.#received += chunk.length;
      if (this.#received >= this.#needed) {
        this.#answer();
      }
    });
    const ended = (error: Error) => {
      if (this.#child === child) {
        this.#end(error);
      }
    };
    child.on('error', error => ended(startError(error)));
    child.on('close', () => ended(new GitError('git cat-file has ended')));
    this.#child = child;
    return child;
  }

  #answer(): void {
    let buffer = Buffer.concat(this.#chunks);
    this.#needed = 0;
    while (this.#requests.length > 0) {
      const request = this.#requests[0];
      const line = buffer.indexOf(0x0a);
      if (line === -1) {
        break;
      }
      const [, type, size] = buffer.toString('latin1', 0, line).split(' ');
      const found = size !== undefined;
      const end = line + 1 + Number(size);
      if (found && request.withData && buffer.length < end + 1) {
        // The parts of a large object are put together once, when all are there.
        this.#needed = end + 1;
        break;
      }
      const withData = found && request.withData;
      const data = withData ? buffer.subarray(line + 1, end) : undefined;
      buffer = buffer.subarray(withData ? end + 1 : line + 1);
      this.#requests.shift();
      const answer = { type: type as ObjectType, size: Number(size), data };
      request.resolve(found ? answer : undefined);
    }
    this.#chunks = [buffer];
    this.#received = buffer.length;
    if (this.#requests.length === 0) {
      this.#hold(false);
    }
  }

  // While it is busy the process keeps Node.js alive, while idle it must not.
  #hold(busy: boolean): void {
    clearTimeout(this.#idle);
    const child = this.#child;
    const method = busy ? 'ref' : 'unref';
    child?.[method]();
    (child?.stdin as Socket | undefined)?.[method]?.();
    (child?.stdout as Socket | undefined)?.[method]?.();
    (child?.stderr as Socket | undefined)?.[method]?.();
    if (!busy) {
      const end = () => this.#end(new GitError('git cat-file was idle'));
      this.#idle = setTimeout(end, IDLE_MILLISECONDS).unref();
    }
  }

  #end(error: Error): void {
    clearTimeout(this.#idle);
    this.#child?.kill();
    this.#child = undefined;
    this.#chunks = [];
    this.#received = 0;
    this.#needed = 0;
    this.#requests.splice(0).forEach(request => request.reject(error));
  }
}
