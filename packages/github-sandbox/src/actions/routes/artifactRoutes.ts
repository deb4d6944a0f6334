import type { Artifact } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Answer, RepositoryCall, Route } from '../../http/Route';
import { addressOf } from '../addresses/addressOf';
import { presentArtifact } from '../present/presentArtifact';
import { ensureReplayed } from '../replay/ensureReplayed';
import { READ, WRITE } from './access';
import { artifactOf, runOf } from './subjects';

const all = '/repos/{owner}/{repo}/actions/artifacts';

export const listArtifacts: Route = {
  route: `GET ${all}`,
  on: 'repository',
  access: READ,
  async handle(call) {
    const { sandbox, repository } = call;
    await ensureReplayed(call);
    const runs = sandbox.state.workflowRuns.by('repository', repository.id);
    return list(
      call,
      runs.flatMap(({ id }) => sandbox.state.artifacts.by('run', id)),
    );
  },
};

export const listArtifactsOfRun: Route = {
  route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
  on: 'repository',
  access: READ,
  async handle(call) {
    const { id } = await runOf(call);
    return list(call, call.sandbox.state.artifacts.by('run', id));
  },
};

export const getArtifact: Route = {
  route: `GET ${all}/{artifact_id}`,
  on: 'repository',
  access: READ,
  async handle(call) {
    const artifact = await artifactOf(call);
    return { body: presentArtifact({ ...call, artifact }) };
  },
};

/** https://docs.github.com/rest/actions/artifacts#download-an-artifact */
export const downloadArtifact: Route = {
  route: `GET ${all}/{artifact_id}/{archive_format}`,
  on: 'repository',
  access: { ...READ, as: 'signedIn' },
  async handle(call) {
    const { sandbox, params } = call;
    const artifact = await artifactOf(call);
    if (params.archive_format !== 'zip') {
      throw new GitHubError({
        status: 404,
        message: 'Unsupported archive format',
      });
    }
    if (artifact.expiresAt <= sandbox.clock.iso()) {
      throw new GitHubError({ status: 410, message: 'Artifact has expired' });
    }
    const path = `artifacts/${artifact.id}/files.zip`;
    const location = addressOf({ sandbox, path });
    return { status: 302, headers: { location } };
  },
};

export const deleteArtifact: Route = {
  route: `DELETE ${all}/{artifact_id}`,
  on: 'repository',
  access: WRITE,
  async handle(call) {
    call.sandbox.state.artifacts.remove(await artifactOf(call));
    return { status: 204 };
  },
};

/** Newest first. */
function list(call: RepositoryCall, artifacts: Artifact[]): Answer {
  const name = call.query.get('name');
  const isUpwards = call.query.get('direction') === 'asc';
  const { rows, total } = paginate({
    call,
    rows: artifacts
      .filter(artifact => !name || artifact.name === name)
      .sort((a, b) => (isUpwards ? a.id - b.id : b.id - a.id)),
  });
  return {
    body: {
      total_count: total,
      artifacts: rows.map(artifact => presentArtifact({ ...call, artifact })),
    },
    total,
  };
}
