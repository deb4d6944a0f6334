import { includesRole, roleOf } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { teamOfOwner } from '../../pulls/protection/ownerIncludes';

/** GitHub's `codeowners-errors`, one of them. Lines and columns count from 1. */
export interface CodeownersError {
  line: number;
  column: number;
  kind: string;
  source: string;
  suggestion: string | null;
  message: string;
  path: string;
}

const OWNER = /^@[\w-]+(\/[\w.-]+)?$/;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** What is wrong in a CODEOWNERS file. https://docs.github.com/rest/repos/repos#list-codeowners-errors */
export function findErrors(options: {
  sandbox: Sandbox;
  repository: Repository;
  path: string;
  text: string;
}): CodeownersError[] {
  const { path, text } = options;
  return text.split('\n').flatMap((source, index) => {
    const words = [...withoutComment(source).matchAll(/\S+/g)];
    const [pattern, ...owners] = words;
    if (!pattern) return [];
    const error = (
      word: RegExpMatchArray,
      kind: string,
      suggestion: string | null,
    ): CodeownersError => {
      const column = (word.index ?? 0) + 1;
      const line = index + 1;
      return {
        line,
        column,
        kind,
        source,
        suggestion,
        message: `${kind} on line ${line}${
          suggestion ? `: ${suggestion}` : ''
        }\n\n  ${source}\n  ${' '.repeat(column - 1)}^`,
        path,
      };
    };
    if (/\*\*\*|^!|\[/.test(pattern[0])) {
      return [error(pattern, 'Invalid pattern', null)];
    }
    return owners.flatMap(owner => {
      if (!OWNER.test(owner[0]) && !EMAIL.test(owner[0])) {
        return [error(owner, 'Invalid owner', null)];
      }
      const suggestion = missingOwner({ ...options, owner: owner[0] });
      return suggestion ? [error(owner, 'Unknown owner', suggestion)] : [];
    });
  });
}

function withoutComment(line: string): string {
  return line.replace(/(^|\s)#.*$/, '');
}

/** What to do about an owner who is not there or may not push; undefined: nothing. */
function missingOwner(options: {
  sandbox: Sandbox;
  repository: Repository;
  owner: string;
}): string | undefined {
  const { sandbox, repository, owner } = options;
  if (owner.includes('/')) {
    const team = teamOfOwner({ sandbox, owner });
    const granted = team?.repositories.find(
      ({ repositoryId }) => repositoryId === repository.id,
    );
    return team?.organisationId === repository.ownerId &&
      includesRole({ role: granted?.permission, needed: 'push' })
      ? undefined
      : `make sure the team ${owner} exists, is publicly visible, and has write access to the repository`;
  }
  const name = owner.replace(/^@/, '').toLowerCase();
  const user = owner.startsWith('@')
    ? sandbox.state.users.first('login', name)
    : sandbox.state.users
        .all()
        .find(({ email }) => email?.toLowerCase() === name);
  const role = user && roleOf({ sandbox, user, repository });
  return includesRole({ role, needed: 'push' })
    ? undefined
    : `make sure ${owner} exists and has write access to the repository`;
}
