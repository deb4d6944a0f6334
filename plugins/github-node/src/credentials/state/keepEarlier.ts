import type { GithubConfigProblem } from '../../hosts/GithubConfigProblem';
import type { AppCredential, GithubHost } from '../../hosts/GithubHost';
import { readAppKey } from '../app/readAppKey';

/**
 * What was just read, with earlier credentials where the new ones cannot be used: a host whose entry became invalid, an App whose key file
 * was replaced by something else. A key that never was one stays as it is, so that whoever asks for it learns what is wrong with it.
 */
export function keepEarlier(options: {
  hosts: GithubHost[];
  problems: GithubConfigProblem[];
  earlier: GithubHost[];
}): { hosts: GithubHost[]; problems: GithubConfigProblem[] } {
  const { earlier } = options;
  const problems = [...options.problems];

  const hosts = options.hosts.map(host => ({
    ...host,
    credentials: host.credentials.map(credential => {
      if (credential.kind !== 'app') return credential;
      const key = readAppKey(credential.privateKey);
      if (key.outcome === 'valid') return credential;
      const before = earlier
        .find(item => item.host === host.host)
        ?.credentials.find(item => item.id === credential.id);
      const isKept = before?.kind === 'app' && isUsable(before);
      problems.push({
        configKey: credential.configKey ?? credential.id,
        host: host.host,
        reason: `The private key of ${credential.title} ${key.reason}${
          isKept ? '; the earlier key stays in use' : ''
        }. Give it the content of the .pem file that "Generate a private key" on the App's page downloads`,
      });
      return isKept
        ? { ...credential, privateKey: (before as AppCredential).privateKey }
        : credential;
    }),
  }));

  const lost = earlier.filter(
    ({ host }) =>
      !hosts.some(item => item.host === host) &&
      problems.some(problem => problem.host === host),
  );
  return { hosts: [...hosts, ...lost], problems };
}

function isUsable(app: AppCredential): boolean {
  return readAppKey(app.privateKey).outcome === 'valid';
}
