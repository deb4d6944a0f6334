import type { Config } from '@backstage/config';
import type { ProblemList } from './createProblemList';
import { refuseUnknownKeys } from './refuseUnknownKeys';

/** Whoever has it can make the portal ask GitHub questions, and a short one can be guessed. */
const SHORTEST = 16;

/** `callboard.github.catalog.preReceive`: `secret`, and in `secrets` the earlier ones while hooks are being changed. */
export function readHintSecrets(options: {
  /** `callboard.github.catalog`. */
  config: Config | undefined;
  at: string;
  problems: ProblemList;
}): string[] {
  const { config, problems } = options;
  const at = `${options.at}.preReceive`;
  const block = problems.attempt(at, () =>
    config?.getOptionalConfig('preReceive'),
  );
  if (!block) return [];

  refuseUnknownKeys({
    config: block,
    at,
    known: ['secret', 'secrets'],
    problems,
  });
  const secret = problems.attempt(`${at}.secret`, () =>
    block.getOptionalString('secret'),
  );
  const others = problems.attempt(`${at}.secrets`, () =>
    block.getOptionalStringArray('secrets'),
  );
  const named = [
    ...(secret === undefined ? [] : [{ key: 'secret', text: secret }]),
    ...(others ?? []).map((text, index) => ({
      key: `secrets[${index}]`,
      text,
    })),
  ];
  for (const { key, text } of named) {
    if (text.length < SHORTEST) {
      problems.add(
        `${at}.${key}`,
        `it is shorter than ${SHORTEST} characters; make one with: openssl rand -hex 32`,
      );
    }
  }
  return [...new Set(named.map(({ text }) => text))];
}
