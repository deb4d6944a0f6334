import type { Repository } from '../../core/state';
import { validationFailed } from '../../http/GitHubError';

const MERGING = {
  allow_merge_commit: 'allowMergeCommit',
  allow_squash_merge: 'allowSquashMerge',
  allow_rebase_merge: 'allowRebaseMerge',
  allow_auto_merge: 'allowAutoMerge',
  delete_branch_on_merge: 'deleteBranchOnMerge',
  allow_update_branch: 'allowUpdateBranch',
  squash_merge_commit_title: 'squashMergeCommitTitle',
  squash_merge_commit_message: 'squashMergeCommitMessage',
  merge_commit_title: 'mergeCommitTitle',
  merge_commit_message: 'mergeCommitMessage',
  web_commit_signoff_required: 'webCommitSignoffRequired',
} as const;
const FEATURES = {
  has_issues: 'issues',
  has_projects: 'projects',
  has_wiki: 'wiki',
  has_discussions: 'discussions',
} as const;

/** The settings that a body of POST or PATCH names, on top of what holds now. */
export function readSettings(options: {
  body: Record<string, any>;
  features: Repository['features'];
  merging: Repository['merging'];
}): Partial<Repository> {
  const { body } = options;
  const features = { ...options.features };
  for (const [field, key] of Object.entries(FEATURES)) {
    if (typeof body[field] === 'boolean') {
      features[key as keyof typeof features] = body[field];
    }
  }
  const merging: Record<string, unknown> = { ...options.merging };
  for (const [field, key] of Object.entries(MERGING)) {
    if (body[field] !== undefined) merging[key] = body[field];
  }
  if (body.use_squash_pr_title_as_default === true) {
    merging.squashMergeCommitTitle = 'PR_TITLE';
  }
  if (
    !merging.allowMergeCommit &&
    !merging.allowSquashMerge &&
    !merging.allowRebaseMerge
  ) {
    throw validationFailed({
      errors: [
        'Sorry, you need to allow at least one merge strategy. (no_merge_method)',
      ],
    });
  }
  return {
    features,
    merging: merging as Repository['merging'],
    ...text(body, 'description'),
    ...text(body, 'homepage'),
    ...(typeof body.is_template === 'boolean' && {
      isTemplate: body.is_template,
    }),
    ...visibility(body),
  };
}

function text(body: Record<string, unknown>, field: string) {
  const value = body[field];
  if (value === undefined) return {};
  if (value === null || typeof value === 'string') {
    return { [field]: value || null };
  }
  throw validationFailed({
    errors: [{ resource: 'Repository', field, code: 'invalid' }],
  });
}

function visibility(
  body: Record<string, unknown>,
): Pick<Repository, 'visibility'> | undefined {
  const asked = body.visibility;
  if (asked !== undefined) {
    if (asked !== 'public' && asked !== 'private' && asked !== 'internal') {
      throw validationFailed({
        errors: [
          { resource: 'Repository', field: 'visibility', code: 'invalid' },
        ],
      });
    }
    return { visibility: asked };
  }
  return typeof body.private === 'boolean'
    ? { visibility: body.private ? 'private' : 'public' }
    : undefined;
}
