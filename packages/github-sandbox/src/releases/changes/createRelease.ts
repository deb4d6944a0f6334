import type { Sandbox } from '../../core/Sandbox';
import type { Release, Repository, User } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { notSupplied } from '../../http/invalidRequest';
import { generateNotes } from '../notes/generateNotes';
import { emitRelease, publishRelease } from './publishRelease';
import { readRelease } from './readRelease';
import { releaseProblem } from './releaseProblem';

/** Creates a release as a body of POST says, and its tag unless it is a draft. Throws 422. https://docs.github.com/rest/releases/releases#create-a-release */
export async function createRelease(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  body: Record<string, unknown>;
  sender: User;
}): Promise<Release> {
  const { sandbox, repository, body, sender } = options;
  const values = readRelease({ body });
  const { tagName } = values;
  if (!tagName) throw notSupplied('tag_name');
  if (values.draft !== true && isTaken({ sandbox, repository, tagName })) {
    throw releaseProblem({ field: 'tag_name', code: 'already_exists' });
  }
  if (values.makeLatest === 'true' && (values.draft || values.prerelease)) {
    throw releaseProblem({
      field: 'make_latest',
      code: 'custom',
      message: 'latest release cannot be draft or prerelease',
    });
  }
  const now = sandbox.clock.iso();
  const release: Release = {
    id: sandbox.nextId(),
    repositoryId: repository.id,
    tagName,
    target: repository.defaultBranch,
    name: null,
    body: null,
    draft: false,
    prerelease: false,
    authorId: sender.id,
    createdAt: now,
    publishedAt: null,
    updatedAt: now,
    assets: [],
    ...values,
  };
  if (body.generate_release_notes === true) {
    const notes = await generateNotes({
      sandbox,
      urls: options.urls,
      repository,
      tagName,
      target: release.target,
    });
    release.name ??= notes.name;
    release.body = release.body
      ? `${release.body}\n\n${notes.body}`
      : notes.body;
  }
  if (release.draft) {
    sandbox.state.releases.insert(release);
    emitRelease({ sandbox, repository, release, sender, action: 'created' });
    return release;
  }
  // A tag that cannot be made leaves no release behind, so the record comes after it.
  await publishRelease({
    sandbox,
    repository,
    release,
    sender,
    insert: () => {
      sandbox.state.releases.insert(release);
      emitRelease({ sandbox, repository, release, sender, action: 'created' });
    },
  });
  return release;
}

/** Whether a published release has this tag. */
export function isTaken(options: {
  sandbox: Sandbox;
  repository: Repository;
  tagName: string;
  except?: Release;
}): boolean {
  const { sandbox, repository, tagName, except } = options;
  return sandbox.state.releases
    .by('repository', repository.id)
    .some(one => one !== except && !one.draft && one.tagName === tagName);
}
