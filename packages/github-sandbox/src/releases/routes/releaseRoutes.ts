import { actorOf } from '../../access';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import type { Release } from '../../core/state';
import { createRelease } from '../changes/createRelease';
import { emitRelease } from '../changes/publishRelease';
import { updateRelease } from '../changes/updateRelease';
import { latestRelease, newestFirst } from '../latestRelease';
import { generateNotes } from '../notes/generateNotes';
import { presentRelease } from '../present/presentRelease';
import {
  readReleases,
  releaseOf,
  seesDrafts,
  writeReleases,
} from './releaseCall';
import { bodyReader } from '../../http/body/bodyReader';

/** https://docs.github.com/rest/releases/releases */
export const releaseRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/releases',
    on: 'repository',
    access: readReleases,
    handle(call) {
      const drafts = seesDrafts(call);
      const releases = all(call)
        .filter(({ draft }) => !draft || drafts)
        .sort(newestFirst);
      const { rows, total } = paginate({ call, rows: releases });
      return {
        body: rows.map(release => presentRelease({ ...call, release })),
        total,
      };
    },
  },
  {
    route: 'POST /repos/{owner}/{repo}/releases',
    on: 'repository',
    access: writeReleases,
    async handle(call) {
      const sender = actorOf(call.viewer);
      const release = await createRelease({ ...call, sender });
      const body = presentRelease({ ...call, release });
      return { status: 201, body, headers: { location: body.url } };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/releases/latest',
    on: 'repository',
    access: readReleases,
    handle: call => one(call, latestRelease(call)),
  },
  {
    route: 'GET /repos/{owner}/{repo}/releases/tags/{tag}',
    on: 'repository',
    access: readReleases,
    handle: call =>
      one(
        call,
        all(call).find(
          ({ draft, tagName }) => !draft && tagName === call.params.tag,
        ),
      ),
  },
  {
    route: 'POST /repos/{owner}/{repo}/releases/generate-notes',
    on: 'repository',
    access: writeReleases,
    async handle(call) {
      const { body, repository } = call;
      const read = bodyReader(body);
      return {
        body: await generateNotes({
          ...call,
          tagName: read.requiredText('tag_name'),
          target: read.text('target_commitish') ?? repository.defaultBranch,
          previousTagName: read.text('previous_tag_name'),
          configurationPath: read.text('configuration_file_path'),
        }),
      };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/releases/{release_id}',
    on: 'repository',
    access: readReleases,
    handle: call => one(call, releaseOf(call)),
  },
  {
    route: 'PATCH /repos/{owner}/{repo}/releases/{release_id}',
    on: 'repository',
    access: writeReleases,
    async handle(call) {
      const release = releaseOf(call);
      const sender = actorOf(call.viewer);
      await updateRelease({ ...call, release, sender });
      return one(call, release);
    },
  },
  {
    route: 'DELETE /repos/{owner}/{repo}/releases/{release_id}',
    on: 'repository',
    access: writeReleases,
    handle(call) {
      const { sandbox, repository } = call;
      const release = releaseOf(call);
      // The tag stays, as on GitHub.
      sandbox.state.releases.remove(release);
      emitRelease({
        sandbox,
        repository,
        release,
        sender: actorOf(call.viewer),
        action: 'deleted',
      });
      return { status: 204 };
    },
  },
];

function all({ sandbox, repository }: RepositoryCall): Release[] {
  return sandbox.state.releases.by('repository', repository.id);
}

function one(call: RepositoryCall, release: Release | undefined) {
  if (!release) throw notFound();
  return { body: presentRelease({ ...call, release }) };
}
