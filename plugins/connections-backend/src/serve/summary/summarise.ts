import type { CredentialChain } from '@callboard/plugin-github-node';
import type { AbilityAnswer } from '../abilities/Ability';
import type { Serving } from '../serving/Serving';
import { capital } from '../../checks/text/capital';
import { listed } from '../../checks/text/listed';
import { passedOver } from './passedOver';

const ALL = { most: Infinity };

/** The whole answer in a sentence, and a second one where something is odd. */
export function summarise(options: {
  chain: CredentialChain;
  serving: Serving;
}): string {
  const { chain, serving } = options;
  const used = chain.steps.find(({ verdict }) => verdict === 'used');
  const what =
    [chain.owner, chain.repository].filter(Boolean).join('/') || chain.host;
  const before = used
    ? chain.steps.slice(0, chain.steps.indexOf(used))
    : chain.steps;
  const reasons = before.flatMap(step => passedOver({ step, chain }) ?? []);
  const who = served({ kind: used?.kind, title: used?.title, what });
  const beginning =
    reasons.length > 0 ? `${listed(reasons, ALL)}, so ${who}` : who;
  const sentence = [beginning, used && rights({ ...serving, kind: used.kind })]
    .filter(Boolean)
    .join('; ');
  return [`${capital(sentence)}.`, serving.remark].filter(Boolean).join(' ');
}

function served(options: {
  kind: 'app' | 'token' | 'none' | undefined;
  title: string | undefined;
  what: string;
}): string {
  const { kind, title, what } = options;
  switch (kind) {
    case undefined:
      return `nothing serves ${what}`;
    case 'none':
      return `requests for ${what} carry no credential`;
    default:
      return `${title} serves ${what}`;
  }
}

/** What comes of the rights: `it can read files, but cannot push because Contents: write is missing`. */
function rights(options: {
  kind: 'app' | 'token' | 'none';
  abilities: AbilityAnswer[];
}): string {
  const { kind, abilities } = options;
  const it = kind === 'none' ? 'they' : 'it';
  const can = abilities.filter(one => one.can).map(({ ability }) => ability);
  const cannot = abilities.filter(one => !one.can);
  if (can.length === 0 && cannot.length === 0) return '';
  if (cannot.length === 0) return `${it} can ${listed(can, ALL)}`;
  const denied = inReasons(cannot);
  return can.length === 0
    ? `${it} cannot ${denied}`
    : `${it} can ${listed(can, ALL)}, but cannot ${denied}`;
}

/** Each reason once: `push (...), nor create repositories (...)`, and with one reason for all `push or create repositories because ...`. */
function inReasons(cannot: AbilityAnswer[]): string {
  const byReason = new Map<string, string[]>();
  for (const { ability, because } of cannot) {
    byReason.set(because, [...(byReason.get(because) ?? []), ability]);
  }
  const groups = [...byReason];
  if (groups.length === 1) {
    const [[because, names]] = groups;
    return `${listed(names, { ...ALL, word: 'or' })} because ${because}`;
  }
  return groups
    .map(
      ([because, names]) =>
        `${listed(names, { ...ALL, word: 'or' })} (${because})`,
    )
    .join(', nor ');
}
