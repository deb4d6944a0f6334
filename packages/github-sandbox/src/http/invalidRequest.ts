import { GitHubError } from './GitHubError';

/** 422 in the words of GitHub's check of bodies against its own description. */
export function invalidRequest(detail: string): GitHubError {
  return new GitHubError({
    status: 422,
    message: `Invalid request.\n\n${detail}`,
  });
}

/** 422 for a body that lacks a field which must be there. */
export function notSupplied(field: string): GitHubError {
  return invalidRequest(`${JSON.stringify(field)} wasn't supplied.`);
}

/** 422 for a value that is none of those that GitHub knows. */
export function notAMember(options: {
  value: unknown;
  members: readonly unknown[];
}): GitHubError {
  const { value = null, members } = options;
  // GitHub writes a space after each comma.
  const list = members.map(member => JSON.stringify(member)).join(', ');
  return invalidRequest(
    `${JSON.stringify(value)} is not a member of [${list}].`,
  );
}
