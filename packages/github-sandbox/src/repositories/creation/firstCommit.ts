import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User } from '../../core/state';
import { commitFiles } from '../../git';
import { gitignoreTemplates } from '../licences/gitignoreTemplates';
import { licences } from '../licences/licences';
import { signatureOf, webCommitter } from '../identity/signatureOf';
import { openGit } from '../openGit';
import { announceRefChange } from '../refs/announceRefChange';
import { creationFailed } from './creationFailed';

/** The files that a new repository is to begin with, by path; empty: none is asked for. Throws 422 for a template that is not there. */
export function firstFiles(options: {
  body: Record<string, any>;
  name: string;
  owner: string;
  year: number;
}): Record<string, string> {
  const { body, name, owner, year } = options;
  const files: Record<string, string> = {};
  if (body.auto_init) {
    files['README.md'] = [`# ${name}`, body.description]
      .filter(Boolean)
      .join('\n');
  }
  if (body.gitignore_template) {
    const text = gitignoreTemplates[body.gitignore_template];
    if (text === undefined) {
      throw creationFailed({
        field: 'gitignore_template',
        message: `${body.gitignore_template} is an unknown gitignore template.`,
      });
    }
    files['.gitignore'] = text;
  }
  if (body.license_template) {
    const licence = licences.find(({ key }) => key === body.license_template);
    if (!licence) {
      throw creationFailed({
        field: 'license_template',
        message: `${body.license_template} is an unknown license template.`,
      });
    }
    files.LICENSE = licence.body
      .replace('{year}', String(year))
      .replace('{holder}', owner);
  }
  return files;
}

/** Commits them as GitHub does. */
export async function firstCommit(options: {
  sandbox: Sandbox;
  repository: Repository;
  sender: User;
  files: Record<string, string>;
}): Promise<void> {
  const { sandbox, repository, sender, files } = options;
  const date = sandbox.clock.now();
  const outcome = await commitFiles({
    repository: await openGit(options),
    branch: repository.defaultBranch,
    changes: Object.entries(files).map(([path, content]) => ({
      path,
      content: Buffer.from(content),
    })),
    message: 'Initial commit',
    author: signatureOf({ user: sender, date }),
    committer: webCommitter({ date }),
  });
  if (outcome.outcome !== 'committed') return;
  await announceRefChange({
    ...options,
    change: {
      ref: `refs/heads/${repository.defaultBranch}`,
      before: undefined,
      after: outcome.commit,
      forced: false,
    },
  });
}
