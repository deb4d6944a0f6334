import type {
  CredentialChain,
  CredentialStep,
} from '@callboard/plugin-github-node';

/** Why a credential did not serve, as a part of a sentence; undefined where there is nothing to say. */
export function passedOver(options: {
  step: CredentialStep;
  chain: CredentialChain;
}): string | undefined {
  const { step, chain } = options;
  const { title, code } = step;
  const { owner, repository, host } = chain;
  switch (code) {
    case 'not-installed':
      return `${title} is not installed on ${owner ?? host}`;
    case 'suspended':
      return `the installation of ${title} on ${owner} is suspended`;
    case 'repository-not-selected':
      return `${title} is not installed on ${owner}/${repository}`;
    case 'owner-not-allowed':
      return `${title} is not meant for ${owner}`;
    case 'not-for-plugin':
      return `${title} is meant for some plugins only`;
    case 'key-invalid':
      return `the key of ${title} does not work`;
    case 'app-unknown':
      return `${title} is not known to ${host}`;
    case 'clock-skew':
      return `the clock of this machine is wrong for ${title}`;
    case 'unreachable':
      return `${title} could not be asked for at ${host}`;
    default:
      return undefined;
  }
}
