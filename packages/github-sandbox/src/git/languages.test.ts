import { createTestHost, seedCommit } from './__testUtils__/createTestHost';
import { languages } from './languages';
import { GitRepository, SeedCommit } from './types';

let test: Awaited<ReturnType<typeof createTestHost>>;
beforeEach(async () => {
  test = await createTestHost();
});
afterEach(() => test.remove());

async function open(files: SeedCommit['files']): Promise<GitRepository> {
  const commits = [seedCommit('first', 1700000000, files)];
  const seed = async () => ({ defaultBranch: 'main', commits });
  test.host.create({ id: '1', defaultBranch: 'main', seed });
  return test.host.open({ id: '1' });
}

const sized = (size: number) => 'x'.repeat(size);

describe('languages', () => {
  it('counts bytes of code, largest first', async () => {
    const repository = await open({
      'src/a.ts': sized(10),
      'src/b.tsx': sized(20),
      'src/c.d.ts': sized(1),
      'main.go': sized(25),
      'web/page.html': sized(5),
      Dockerfile: sized(4),
      'include/x.h': sized(3),
      'lib.rs': sized(2),
    });
    const found = await languages({ repository, commit: 'main' });
    expect(Object.entries(found)).toEqual([
      ['TypeScript', 31],
      ['Go', 25],
      ['HTML', 5],
      ['Dockerfile', 4],
      ['C', 3],
      ['Rust', 2],
    ]);
    expect(await languages({ repository, commit: 'main' })).toEqual(found);
  });

  it('leaves out what is not code, or not of the repository', async () => {
    const repository = await open({
      'README.md': sized(100),
      'data.json': sized(100),
      'x.yaml': sized(100),
      'x.sql': sized(100),
      'package-lock.json': sized(100),
      'docs/x.js': sized(100),
      'vendor/x/x.go': sized(100),
      'a/node_modules/x.js': sized(100),
      'jquery.min.js': sized(100),
      'empty.py': '',
      'huge.py': sized(1024 * 1024 + 1),
      unknown: sized(100),
      'x.unknown': sized(100),
      'x.py': sized(1),
    });
    expect(await languages({ repository, commit: 'main' })).toEqual({
      Python: 1,
    });
  });

  it.each([
    ['#!/bin/sh\n', 'Shell'],
    ['#!/usr/bin/env python3\n', 'Python'],
    ['#!/usr/bin/env -S node --test\n', 'JavaScript'],
    ['#!/usr/bin/perl -w\n', 'Perl'],
  ])('reads the first line of a script: %j', async (line, language) => {
    const repository = await open({ script: line });
    expect(await languages({ repository, commit: 'main' })).toEqual({
      [language]: line.length,
    });
  });

  it('has nothing for what is not there', async () => {
    const repository = await open({ a: 'a' });
    expect(await languages({ repository, commit: 'nowhere' })).toEqual({});
  });
});
