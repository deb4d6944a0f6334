import { actorOf } from '../../access';
import { validationFailed } from '../../http/GitHubError';
import type { RepositoryCall, Route } from '../../http/Route';
import { readSettings } from '../creation/readSettings';
import { refreshFacts } from '../facts/refreshFacts';
import { openGit } from '../openGit';
import { presentRepository } from '../present/presentRepository';
import { renameRepository } from './renameRepository';

/** https://docs.github.com/rest/repos/repos#update-a-repository */
export const updateRepository: Route = {
  route: 'PATCH /repos/{owner}/{repo}',
  on: 'repository',
  access: {
    permission: { name: 'administration', level: 'write' },
    role: 'admin',
  },
  async handle(call) {
    const { sandbox, repository, body } = call;
    const before = { ...repository };
    const settings = readSettings({ ...repository, body });
    if (typeof body.default_branch === 'string') {
      await changeDefaultBranch(call, body.default_branch);
    }
    if (typeof body.name === 'string' && body.name !== repository.name) {
      renameRepository({ ...call, name: body.name });
    }
    Object.assign(repository, settings);
    if (typeof body.archived === 'boolean') repository.archived = body.archived;
    switchSecretScanning(call);
    repository.updatedAt = sandbox.clock.iso();
    emitChanges(call, before);
    await refreshFacts({ sandbox, repositories: [repository] });
    return { body: presentRepository({ ...call, shape: 'full' }) };
  },
};

/** Of `security_and_analysis`, all that the sandbox knows. */
function switchSecretScanning({ repository, body }: RepositoryCall) {
  const parts = body.security_and_analysis as
    | { secret_scanning?: { status?: string } | null }
    | null
    | undefined;
  const status = parts?.secret_scanning?.status;
  if (status === 'enabled' || status === 'disabled') {
    repository.secretScanning = status === 'enabled';
  }
}

async function changeDefaultBranch(call: RepositoryCall, branch: string) {
  const { repository } = call;
  if (branch === repository.defaultBranch) return;
  const git = await openGit(call);
  if (!(await git.readRef({ ref: `refs/heads/${branch}` }))) {
    throw validationFailed({
      errors: [
        {
          resource: 'Repository',
          field: 'default_branch',
          code: 'invalid',
          message: `The branch ${branch} was not found. Please push that ref first or create it via the Git Database API.`,
        },
      ],
    });
  }
  repository.defaultBranch = branch;
  await git.setHead({ branch });
}

type Before = RepositoryCall['repository'];

/** One event for each kind of change, as GitHub sends them. */
function emitChanges(call: RepositoryCall, before: Before) {
  const { sandbox, repository } = call;
  const sender = actorOf(call.viewer);
  const emit = (
    action:
      | 'renamed'
      | 'archived'
      | 'unarchived'
      | 'publicized'
      | 'privatized'
      | 'edited',
    changes?: Record<string, unknown>,
  ) =>
    sandbox.events.emit({
      name: 'repository',
      action,
      repository,
      sender,
      ...(changes && { changes }),
    });

  if (before.name !== repository.name) {
    emit('renamed', { repository: { name: { from: before.name } } });
  }
  if (before.archived !== repository.archived) {
    emit(repository.archived ? 'archived' : 'unarchived');
  }
  const wasPublic = before.visibility === 'public';
  const isPublic = repository.visibility === 'public';
  if (wasPublic !== isPublic) {
    emit(isPublic ? 'publicized' : 'privatized');
    if (isPublic) sandbox.events.emit({ name: 'public', repository, sender });
  }
  const edited = {
    ...(before.description !== repository.description && {
      description: { from: before.description },
    }),
    ...(before.homepage !== repository.homepage && {
      homepage: { from: before.homepage },
    }),
    ...(before.defaultBranch !== repository.defaultBranch && {
      default_branch: { from: before.defaultBranch },
    }),
  };
  if (Object.keys(edited).length > 0) emit('edited', edited);
}
