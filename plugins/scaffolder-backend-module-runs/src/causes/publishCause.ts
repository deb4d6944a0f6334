import type { Explainer } from './Explainer';

/** What goes wrong while a repository is made and filled. */
export const publishCause: Explainer = ({ facts }) => {
  const { message, names } = facts;
  if (/name already exists on this account/i.test(message)) {
    const name = repositoryIn(message);
    return {
      code: 'name-taken',
      title: name
        ? `There is a repository ${name} already`
        : 'There is a repository of this name already',
      remedy:
        'Start over with another name, or rename or delete the repository on GitHub and retry from this step.',
    };
  }
  if (
    /already exists/i.test(message) &&
    /reference|branch|pull request/i.test(message)
  ) {
    return {
      code: 'name-taken',
      title: 'The branch or the pull request is there already',
      remedy:
        'Start over with another branch, or remove what is there on GitHub and retry from this step.',
    };
  }
  if (
    names.some(name => /^(PushRejectedError|GitPushError)$/.test(name)) ||
    /push rejected|not a simple fast-forward|non-fast-forward|branches were not updated|protected branch hook declined|repository rule violations/i.test(
      message,
    )
  ) {
    return {
      code: 'push-rejected',
      title: 'GitHub did not take the push',
      remedy:
        'The branch has other commits, or a rule forbids the push. Look at the branch and its rules on GitHub, then retry from this step.',
    };
  }
  return undefined;
};

function repositoryIn(message: string) {
  return /repository ([\w.-]+\/[\w.-]+?)[,.:]?(?:\s|$)/i.exec(message)?.[1];
}
