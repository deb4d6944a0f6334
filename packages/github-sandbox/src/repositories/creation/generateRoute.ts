import { actorOf, canSee } from '../../access';
import { findAccount } from '../../core/names/findAccount';
import { findRepository } from '../../core/names/findRepository';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import type { Call, Route } from '../../http/Route';
import { refreshFacts } from '../facts/refreshFacts';
import { openGit } from '../openGit';
import { presentRepository } from '../present/presentRepository';
import { signatureOf, webCommitter } from '../identity/signatureOf';
import { moveRef } from '../refs/moveRef';
import { assertMayOwn } from './assertMayOwn';
import { createRepository } from './createRepository';

/** A new repository with the files of a template, in one commit. https://docs.github.com/rest/repos/repos#create-a-repository-using-a-template */
export const generateRoute: Route = {
  route: 'POST /repos/{template_owner}/{template_repo}/generate',
  on: 'anything',
  access: {
    as: 'signedIn',
    permission: { name: 'administration', level: 'write' },
    scopes: ['public_repo', 'repo'],
  },
  async handle(call) {
    const { sandbox, viewer, urls, body } = call;
    const template = findTemplate(call);
    const sender = actorOf(viewer);
    const owner =
      body.owner === undefined
        ? sender
        : findAccount({ sandbox, login: String(body.owner) });
    if (!owner) throw notFound();
    assertMayOwn({ viewer, owner });
    const repository = await createRepository({
      sandbox,
      owner,
      sender,
      body: {
        name: body.name,
        description: body.description ?? template.description,
        private: body.private ?? false,
      },
    });
    repository.templateId = template.id;
    repository.defaultBranch = template.defaultBranch;
    await copyBranches({
      sandbox,
      template,
      repository,
      sender,
      all: body.include_all_branches === true,
    });
    await refreshFacts({ sandbox, repositories: [repository] });
    return {
      status: 201,
      body: presentRepository({
        sandbox,
        urls,
        viewer,
        repository,
        shape: 'full',
      }),
    };
  },
};

function findTemplate({ sandbox, viewer, params }: Call): Repository {
  const found = findRepository({
    sandbox,
    owner: params.template_owner,
    name: params.template_repo,
  });
  if (
    found.outcome === 'missing' ||
    !canSee({ sandbox, viewer, repository: found.repository }) ||
    !found.repository.isTemplate
  ) {
    throw notFound();
  }
  return found.repository;
}

/** The history of the template stays behind: each branch begins with its files. */
async function copyBranches(options: {
  sandbox: Sandbox;
  template: Repository;
  repository: Repository;
  sender: User;
  all: boolean;
}) {
  const { sandbox, template, repository, sender, all } = options;
  const from = await openGit({ sandbox, repository: template });
  const git = await openGit({ sandbox, repository });
  await git.setHead({ branch: repository.defaultBranch });
  const date = sandbox.clock.now();
  const main = `refs/heads/${template.defaultBranch}`;
  const refs = (await from.listRefs({ prefix: 'refs/heads/' }))
    .filter(({ ref }) => all || ref === main)
    .sort((a, b) => Number(b.ref === main) - Number(a.ref === main));
  for (const { ref, sha } of refs) {
    await git.importFrom({ repository: from, sha });
    const { tree } = (await git.readCommit({ sha }))!;
    const commit = await git.writeCommit({
      tree,
      parents: [],
      author: signatureOf({ user: sender, date }),
      committer: webCommitter({ date }),
      message: 'Initial commit',
    });
    await moveRef({
      sandbox,
      repository,
      ref,
      change: { kind: 'create', sha: commit },
      sender,
    });
  }
}
