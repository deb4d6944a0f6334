import type { StepDefinition } from '../../definition/WorkflowDefinition';

const KINDS: Array<[pattern: RegExp, seconds: number]> = [
  [/actions\/checkout/, 1],
  [/setup-|action-setup/, 4],
  [/actions\/cache/, 3],
  [/-artifact/, 2],
  [/docker|buildx|container/, 45],
  [/\b(?:e2e|playwright|cypress|integration)\b/, 90],
  [/\b(?:install|npm ci|restore|download)\b/, 18],
  [/\b(?:test|verify|check)\b/, 35],
  [/\b(?:build|compile|package|assemble)\b/, 25],
  [/\b(?:deploy|publish|release|push)\b/, 20],
  [/\b(?:lint|format|prettier|eslint)\b/, 9],
];

/** How long a step plausibly takes on GitHub, by what it says it does. */
export function plausibleSeconds(step: StepDefinition): number {
  const text = JSON.stringify([
    step.uses,
    step.run,
    step.name,
  ]).toLocaleLowerCase('en-US');
  return KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 1;
}
