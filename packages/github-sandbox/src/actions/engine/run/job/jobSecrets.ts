import type { FoundDefinition } from '../../schedule/findDefinition';
import { evaluateTextMap } from '../../template/evaluateTemplate';
import type { JsonObject, RunContexts } from '../../types';

/**
 * The `secrets` context of a job. A called workflow sees only what its caller hands down, or all with
 * `secrets: inherit`; `GITHUB_TOKEN` is always there.
 *
 * https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows#passing-inputs-and-secrets-to-a-reusable-workflow
 */
export function jobSecrets(options: {
  found: FoundDefinition;
  contexts: RunContexts;
  inputs: JsonObject;
}): Record<string, string> {
  const { found, contexts, inputs } = options;
  const { token } = contexts.github;
  const always: Record<string, string> =
    typeof token === 'string' ? { GITHUB_TOKEN: token } : {};
  return found.callers.reduce<Record<string, string>>(
    (secrets, caller) => {
      const written = caller.uses?.secrets;
      if (written === 'inherit') {
        return secrets;
      }
      return {
        ...evaluateTextMap({
          node: written,
          scope: {
            contexts: {
              github: contexts.github,
              vars: contexts.vars,
              inputs,
              secrets,
            },
          },
        }),
        ...always,
      };
    },
    { ...contexts.secrets, ...always },
  );
}
