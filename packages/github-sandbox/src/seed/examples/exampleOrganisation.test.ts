import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { openGit } from '../../repositories/openGit';
import { createBareSandbox } from '../__testUtils__/createBareSandbox';
import { replayedRuns } from '../__testUtils__/replayedRuns';
import { applySeed, type AppliedSeed } from '../apply/applySeed';
import { readSeed } from '../read/readSeed';
import type { Seed } from '../Seed';

const folder = path.resolve(__dirname, '../../../../../examples');

jest.setTimeout(60_000);

let bare: ReturnType<typeof createBareSandbox>;
let seed: Seed;
let applied: Extract<AppliedSeed, { outcome: 'applied' }>;

beforeAll(async () => {
  bare = createBareSandbox();
  const read = await readSeed({ folder });
  if (read.outcome === 'invalid') {
    throw new Error(
      read.problems
        .map(
          ({ file, line, key, message }) => `${file}:${line} ${key} ${message}`,
        )
        .join('\n'),
    );
  }
  seed = read.seed;
  const result = await applySeed({ sandbox: bare.sandbox, seed });
  if (result.outcome !== 'applied') throw new Error(result.outcome);
  applied = result;
});
afterAll(() => bare.remove());

describe('the example organisation', () => {
  it('is about thirty repositories with people, teams and everything else', () => {
    const { state } = bare.sandbox;
    expect(applied.repositories.length).toBeGreaterThanOrEqual(30);
    expect(state.users.filter(({ type }) => type === 'User')).toHaveLength(16);
    expect(state.teams.size).toBe(10);
    const pulls = state.issues.all().map(({ pull }) => pull);
    expect(pulls.filter(pull => pull?.mergedAt).length).toBeGreaterThan(20);
    expect(pulls.filter(pull => pull?.draft).length).toBeGreaterThan(1);
    expect(state.alerts.size).toBeGreaterThan(20);
    const levels = state.codeAlerts
      .filter(({ state: at }) => at === 'open')
      .map(({ securitySeverity, severity }) => securitySeverity ?? severity);
    expect(new Set(levels)).toEqual(
      new Set(['critical', 'high', 'medium', 'error', 'warning', 'note']),
    );
    expect(state.secretAlerts.filter(row => row.state === 'open').length).toBe(
      2,
    );
    const scanned = applied.repositories.filter(row => row.codeScanning);
    expect(scanned.map(({ name }) => name).sort()).toEqual([
      ...['accounts-service', 'checkout-service', 'design-system'],
      ...['payments-gateway', 'storefront-web'],
    ]);
    expect(state.releases.size).toBeGreaterThan(20);
    expect(
      applied.repositories
        .filter(({ archived }) => archived)
        .map(({ name }) => name),
    ).toEqual(['box-office-terminal']);
    expect(new Set(applied.repositories.map(r => r.visibility))).toEqual(
      new Set(['public', 'internal', 'private']),
    );
  });

  it('has a repository without a descriptor whose docs are its wiki', async () => {
    const { git, state } = bare.sandbox;
    const { id, features } = state.repositories
      .all()
      .find(({ name }) => name === 'seating-plans')!;
    const repository = await git.open({ id: `${id}` });
    expect(features.wiki).toBe(true);
    for (const file of ['catalog-info.yaml', 'docs', 'mkdocs.yml']) {
      const expression = `HEAD:${file}`;
      expect(await repository.resolve({ expression })).toBeUndefined();
    }
    const wiki = await git.open({ id: `${id}.wiki` });
    for (const file of [
      'Home.md',
      'A-new-venue.md',
      '_Sidebar.md',
      'images/skeppet-theatre.png',
    ]) {
      const expression = `HEAD:${file}`;
      expect(await wiki.resolve({ expression })).toMatchObject({
        type: 'blob',
      });
    }
  });

  it('holds on its default branches exactly what is in the folders', async () => {
    const { sandbox } = bare;
    for (const repository of applied.repositories) {
      const git = await openGit({ sandbox, repository });
      const head = await git.resolve({ expression: 'HEAD', type: 'commit' });
      const tree = await git.readTree({ sha: head!.sha, recursive: true });
      const { files } = seed.repositories!.find(
        ({ name }) => name === repository.name,
      )!;
      expect(
        tree!
          .filter(({ type }) => type === 'blob')
          .map(entry => entry.path)
          .sort(),
      ).toEqual([...files!.paths].sort());
      execFileSync('git', ['fsck', '--strict'], {
        cwd: git.directory,
        stdio: 'pipe',
      });
    }
  });

  it('has reviews on lines that the diffs show', () => {
    const comments = bare.sandbox.state.reviewComments.all();
    expect(comments.length).toBeGreaterThan(2);
    expect(comments.filter(({ diffHunk }) => diffHunk === '')).toEqual([]);
  });

  it('is red where it says so, for a reason that one can read, and green elsewhere', async () => {
    const { sandbox } = bare;
    const red: Record<string, string | undefined> = {};
    let green = 0;
    for (const repository of applied.repositories) {
      for (const run of await replayedRuns({ sandbox, repository })) {
        if (run.conclusion === 'success') green += 1;
        else red[`${repository.name} ${run.branch}`] = run.reason;
      }
    }
    expect(green).toBeGreaterThan(40);
    const onMain = Object.entries(red).filter(([where]) =>
      where.endsWith(' main'),
    );
    expect(Object.fromEntries(onMain)).toEqual({
      'legacy-basket main':
        'PHP 8.1 has had no security fixes since 2025-12-31. Move the box offices, see the migration plan.',
      'recommendations main':
        'precision_at_10 is below its threshold: do not show this model to more fans',
    });
    const elsewhere = Object.entries(red).filter(
      ([where]) => !where.endsWith(' main'),
    );
    expect(
      elsewhere.map(([where, reason]) => `${where.split(' ')[0]}: ${reason}`),
    ).toEqual([
      'accounts-service: Log the id of the customer, and nothing else about them',
      'checkout-service: Use the outbox',
      'cluster-apps: The image is not 3.3.0',
      'design-system: Less than 4.5 to 1: calm-400 2.9',
      expect.stringMatching(
        /^developer-portal: [^]*nightly\.yml \(Line: 11, Col: 9\): Unexpected value 'rn'/,
      ),
      'event-search: Process completed with exit code 1.',
      'fan-app: Process completed with exit code 1.',
      'infrastructure: Tier 1 needs a synchronous standby',
      'money-kit: No vector for: CHF',
      'payments-gateway: This looks like a card number',
      'seat-inventory: Too slow: FindBest',
      'storefront-web: Over the limit: seats',
    ]);
  });
});
