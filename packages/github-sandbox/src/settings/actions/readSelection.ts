/** Which actions may be used where only some may. https://docs.github.com/rest/actions/permissions#set-allowed-actions-and-reusable-workflows-for-a-repository */
export const DEFAULT_SELECTION = {
  github_owned_allowed: true,
  verified_allowed: false,
  patterns_allowed: [] as string[],
};

export function readSelection(
  body: Record<string, any>,
): typeof DEFAULT_SELECTION {
  return {
    github_owned_allowed: body.github_owned_allowed !== false,
    verified_allowed: body.verified_allowed === true,
    patterns_allowed: [...(body.patterns_allowed ?? [])],
  };
}
