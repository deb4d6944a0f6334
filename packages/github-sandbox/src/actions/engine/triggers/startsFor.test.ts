import type { WorkflowTriggers } from '../definition/WorkflowDefinition';
import type { WorkflowEvent } from '../types';
import { startsFor } from './startsFor';

const push: WorkflowEvent = {
  name: 'push',
  ref: 'refs/heads/main',
  sha: 'a',
  payload: {},
};
const tag = { ...push, ref: 'refs/tags/v1' };
const pull: WorkflowEvent = {
  name: 'pull_request',
  action: 'opened',
  ref: 'refs/pull/1/merge',
  baseRef: 'main',
  headRef: 'feature/x',
  sha: 'a',
  payload: {},
};

describe('startsFor', () => {
  it.each<[string, WorkflowTriggers, WorkflowEvent, boolean]>([
    ['push of a branch', { push: {} }, push, true],
    ['push of a tag', { push: {} }, tag, true],
    ['another event', { pull_request: {} }, push, false],
    ['a name of Object', {}, { ...push, name: 'constructor' }, false],
    ['branches and a branch', { push: { branches: ['main'] } }, push, true],
    ['other branches', { push: { branches: ['dev'] } }, push, false],
    ['branches and a tag', { push: { branches: ['**'] } }, tag, false],
    [
      'branches-ignore and a tag',
      { push: { 'branches-ignore': ['x'] } },
      tag,
      false,
    ],
    ['tags and a tag', { push: { tags: ['v*'] } }, tag, true],
    ['tags and a branch', { push: { tags: ['v*'] } }, push, false],
    ['tags-ignore', { push: { 'tags-ignore': ['v*'] } }, tag, false],
    [
      'branches or tags, a branch',
      { push: { branches: ['main'], tags: ['v*'] } },
      push,
      true,
    ],
    ['ignored branch', { push: { 'branches-ignore': ['m*'] } }, push, false],
    [
      'paths that changed',
      { push: { paths: ['src/**'] } },
      { ...push, changedFiles: ['README.md', 'src/a.ts'] },
      true,
    ],
    [
      'paths that did not change',
      { push: { paths: ['src/**'] } },
      { ...push, changedFiles: ['README.md'] },
      false,
    ],
    ['paths and nothing known', { push: { paths: ['src/**'] } }, push, true],
    [
      'paths and a tag',
      { push: { paths: ['src/**'] } },
      { ...tag, changedFiles: [] },
      true,
    ],
    [
      'only ignored paths',
      { push: { 'paths-ignore': ['**.md'] } },
      { ...push, changedFiles: ['README.md'] },
      false,
    ],
    [
      'not only ignored paths',
      { push: { 'paths-ignore': ['**.md'] } },
      { ...push, changedFiles: ['README.md', 'a'] },
      true,
    ],
    ['pull request opened', { pull_request: {} }, pull, true],
    [
      'pull request labelled',
      { pull_request: {} },
      { ...pull, action: 'labeled' },
      false,
    ],
    [
      'pull request with types',
      { pull_request: { types: ['labeled'] } },
      { ...pull, action: 'labeled' },
      true,
    ],
    ['base branch', { pull_request: { branches: ['main'] } }, pull, true],
    [
      'head branch',
      { pull_request: { branches: ['feature/**'] } },
      pull,
      false,
    ],
    [
      'any activity of an issue',
      { issues: {} },
      { ...pull, name: 'issues', action: 'pinned' },
      true,
    ],
    [
      'repository_dispatch type',
      { repository_dispatch: { types: ['deploy'] } },
      { ...pull, name: 'repository_dispatch', action: 'other' },
      false,
    ],
    [
      'release published',
      { release: { types: ['published'] } },
      { ...pull, name: 'release', action: 'published' },
      true,
    ],
    [
      'cron that is due',
      { schedule: { crons: ['0 * * * *'] } },
      { ...push, name: 'schedule', cron: '0 * * * *' },
      true,
    ],
    [
      'another cron',
      { schedule: { crons: ['0 * * * *'] } },
      { ...push, name: 'schedule', cron: '1 * * * *' },
      false,
    ],
    [
      'workflow_run',
      { workflow_run: { workflows: ['CI'], types: ['completed'] } },
      {
        ...push,
        name: 'workflow_run',
        action: 'completed',
        workflowRun: { name: 'CI', headBranch: 'main' },
      },
      true,
    ],
    [
      'workflow_run of another',
      { workflow_run: { workflows: ['CI'] } },
      {
        ...push,
        name: 'workflow_run',
        action: 'completed',
        workflowRun: { name: 'CD', headBranch: 'main' },
      },
      false,
    ],
    [
      'workflow_run on another branch',
      { workflow_run: { workflows: ['CI'], branches: ['dev'] } },
      {
        ...push,
        name: 'workflow_run',
        action: 'completed',
        workflowRun: { name: 'CI', headBranch: 'main' },
      },
      false,
    ],
  ])('%s', (_case, on, event, expected) => {
    expect(startsFor({ on, event })).toBe(expected);
  });
});
