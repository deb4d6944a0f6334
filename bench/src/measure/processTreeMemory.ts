import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import { promisify } from 'node:util';

interface ProcessMemory {
  pid: number;
  parent: number;
  /** Resident memory in kB. */
  resident: number;
}

/** Resident memory, in MB of 10^6 bytes, of a process and all its descendants. */
export async function processTreeMemory(pid: number): Promise<number> {
  const processes = await listProcesses();
  const ofTree = (root: number): number =>
    processes
      .filter(({ parent }) => parent === root)
      .reduce(
        (sum, child) => sum + ofTree(child.pid),
        processes.find(({ pid: own }) => own === root)?.resident ?? 0,
      );
  return (ofTree(pid) * 1024) / 1e6;
}

async function listProcesses(): Promise<ProcessMemory[]> {
  return process.platform === 'linux' ? readProc() : readPs();
}

async function readProc() {
  const names = (await fs.readdir('/proc')).filter(name => /^\d+$/.test(name));
  const processes = await Promise.all(
    names.map(async name => {
      // A process may end while it is being read.
      const status = await fs
        .readFile(`/proc/${name}/status`, 'utf8')
        .catch(() => '');
      const field = (key: string) =>
        Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      return {
        pid: Number(name),
        parent: field('PPid'),
        resident: field('VmRSS'),
      };
    }),
  );
  return processes;
}

async function readPs() {
  const { stdout } = await promisify(execFile)('ps', [
    '-axo',
    'pid=,ppid=,rss=',
  ]);
  return stdout
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .map(([pid, parent, resident]) => ({ pid, parent, resident }));
}
