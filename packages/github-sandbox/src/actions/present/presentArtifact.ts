import { createHash } from 'node:crypto';
import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Artifact, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { repositoryAddress } from '../../issues/present/repositoryAddress';
import { archiveOf } from '../zip/archiveOf';

/** `artifact` of GitHub's OpenAPI. */
export function presentArtifact(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  artifact: Artifact;
}) {
  const { sandbox, repository, artifact } = options;
  const { api } = repositoryAddress(options);
  const run = sandbox.state.workflowRuns.get(artifact.runId);
  const url = `${api}/actions/artifacts/${artifact.id}`;
  const archive = archiveOf(artifact);
  return {
    id: artifact.id,
    node_id: nodeId({ type: 'Artifact', id: artifact.id }),
    name: artifact.name,
    size_in_bytes: archive.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expiresAt <= sandbox.clock.iso(),
    digest: `sha256:${createHash('sha256').update(archive).digest('hex')}`,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    workflow_run: run
      ? {
          id: run.id,
          repository_id: repository.id,
          head_repository_id: run.headRepositoryId ?? repository.id,
          head_branch: run.headBranch ?? '',
          head_sha: run.headSha,
        }
      : null,
  };
}
