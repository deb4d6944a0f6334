import type { HeldPlan } from '@callboard/plugin-github-common';

/** `40 of 120 repositories`, `12 of 60 people and teams`. */
export function planWords({ remove, of, what }: HeldPlan): string {
  return `${remove.toLocaleString('en')} of ${of.toLocaleString('en')} ${
    what === 'people' ? 'people and teams' : 'repositories'
  }`;
}
