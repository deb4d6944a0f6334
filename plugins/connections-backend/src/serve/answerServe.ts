import type { ServeAnswer } from '@callboard/plugin-connections-common';
import {
  aliasesOf,
  type CredentialChain,
  type GithubHost,
} from '@callboard/plugin-github-node';
import { createAsker } from '../facts/asking/createAsker';
import type { InspectionContext } from '../inspection/InspectionContext';
import { featuresOn } from '../needs/featuresOn';
import { abilities } from './abilities/abilities';
import type { AbilityAnswer } from './abilities/Ability';
import { isNeeded } from './abilities/isNeeded';
import { notServed } from './serving/notServed';
import { servedByApp } from './serving/servedByApp';
import { servedByNobody } from './serving/servedByNobody';
import { servedByToken } from './serving/servedByToken';
import { servedHost } from './serving/servedHost';
import type { Serving } from './serving/Serving';
import { summarise } from './summary/summarise';
import { readTarget } from './target/readTarget';

/**
 * Which credential serves an owner or a repository, why not a better one, and what it may do there. Asks GitHub anew.
 * Throws `InputError` for what is no address of a configured GitHub.
 */
export async function answerServe(options: {
  context: InspectionContext;
  /** Of a repository, a file, or an owner; what git clones, too. */
  url: string;
  /** What Apps are called at GitHub, by credential id, as far as that is known. */
  appNames?: ReadonlyMap<string, string>;
}): Promise<ServeAnswer> {
  const { context, appNames } = options;
  const { credentials } = context.github;
  const { host, url } = readTarget({ credentials, url: options.url });
  const aliases = aliasesOf({ hosts: credentials.hosts() });
  const chain = withNames({
    chain: await credentials.explain({ url, fresh: true }),
    appNames,
    aliases,
  });
  const serving = await serve({ context, host, chain });
  return {
    url,
    host: host.host,
    owner: chain.owner,
    repository: chain.repository,
    ...(serving.subject.state.outcome === 'hidden' && { hidden: true }),
    steps: chain.steps,
    abilities: withNeeds({
      ...{ context, host, aliases },
      answers: serving.abilities,
    }),
    summary: summarise({ chain, serving }),
  };
}

/** People know an App by its name; the number stays, since reasons and logs have it. */
function withNames(options: {
  chain: CredentialChain;
  appNames?: ReadonlyMap<string, string>;
  aliases: ReadonlyMap<string, string>;
}): CredentialChain {
  const { chain, appNames, aliases } = options;
  const main = aliases.get(chain.host);
  return {
    ...chain,
    steps: chain.steps.map(step => {
      const name =
        appNames?.get(step.credentialId) ??
        // Of another name of a server the facts are those of the first.
        appNames?.get(
          step.credentialId.replace(`:${chain.host}:`, `:${main}:`),
        );
      const number = step.title.replace(/^App /, '');
      return name ? { ...step, title: `App ${name} (${number})` } : step;
    }),
  };
}

/** Says of each ability that nothing needs that it is so. */
function withNeeds(options: {
  context: InspectionContext;
  host: GithubHost;
  aliases: ReadonlyMap<string, string>;
  answers: AbilityAnswer[];
}): ServeAnswer['abilities'] {
  const { context, host, aliases, answers } = options;
  const { config } = context;
  const main = aliases.get(host.host) ?? host.host;
  const names = [main, ...aliases.keys()].filter(
    name => name === main || aliases.get(name) === main,
  );
  const features = names.flatMap(name => featuresOn({ config, host: name }));
  return answers.map(answer => {
    const ability = abilities.find(one => one.ability === answer.ability)!;
    return isNeeded({ ability, features })
      ? answer
      : { ...answer, needed: false };
  });
}

async function serve(options: {
  context: InspectionContext;
  host: GithubHost;
  chain: CredentialChain;
}): Promise<Serving> {
  const { context, host, chain } = options;
  const { github, now } = context;
  const { owner, repository } = chain;
  if (!owner) return servedHost();
  const asker = createAsker({ github, host, now });
  const used = chain.steps.find(({ verdict }) => verdict === 'used');
  const credential = host.credentials.find(
    ({ id }) => id === used?.credentialId,
  );
  if (credential?.kind === 'token') {
    return servedByToken({ asker, token: credential, owner, repository });
  }
  const { installationId } = used ?? {};
  if (credential?.kind === 'app' && installationId !== undefined) {
    return servedByApp({
      ...{ asker, app: credential, installationId, owner, repository },
    });
  }
  return used?.kind === 'none'
    ? servedByNobody({ asker, owner, repository })
    : notServed({ chain });
}
