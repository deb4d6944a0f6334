import type { ResolvedVariables } from './resolveVariables';

/** The files of certificate authorities that the operator has named for the selected presets, each once. */
export function trustedAuthorities(resolved: ResolvedVariables): string[] {
  return [
    ...new Set(
      resolved.wanted.flatMap(({ definition, resolved: found }) =>
        definition.trust && found?.text ? [found.text] : [],
      ),
    ),
  ];
}
