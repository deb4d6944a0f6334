import type { GithubCredentialsProvider } from '@backstage/integration';
import type { GithubHost, IgnoredHost } from '../hosts/GithubHost';
import type { CredentialChain, ServingCredential } from './CredentialChain';

/** All credentials for GitHub of this process: one cache, one request in flight for each token. */
export interface GithubCredentials {
  hosts(): GithubHost[];
  ignoredHosts(): IgnoredHost[];
  hostOf(url: string): GithubHost | undefined;

  /**
   * The credential for a URL of an owner or a repository. `pluginId` decides where credentials are meant for some plugins only.
   * Throws `NotFoundError` for a host that is not configured, and `ServiceUnavailableError` when an App is broken, suspended or not given the
   * repository and no token can serve.
   */
  serve(options: {
    url: string;
    pluginId?: string;
  }): Promise<ServingCredential>;

  /** The chain, found without throwing. `fresh` asks GitHub anew instead of the cache. */
  explain(options: {
    url: string;
    pluginId?: string;
    fresh?: boolean;
  }): Promise<CredentialChain>;

  /** A JSON Web Token of an App, for the routes that speak for the App itself. Throws when its key is not one. */
  appToken(credentialId: string): Promise<string>;

  /** A token of one installation. */
  installationToken(options: {
    credentialId: string;
    installationId: number;
  }): Promise<string>;

  /**
   * Whose token a request carries, from its `Authorization` header. Never throws. `user`: a person's own (`gho_`, `ghu_`). `unknown`: none
   * of ours, for instance an installation token that stock code made itself, which then names the App if the host has only one. A token that a
   * rotation has replaced is still known, as `token:HOST:FINGERPRINT`.
   */
  identify(options: { host: string; authorization: string | undefined }): {
    credentialId?: string;
    kind: 'app' | 'token' | 'user' | 'none' | 'unknown';
    /** Of an installation token that was made here: whose installation it is of. */
    owner?: string;
  };

  /**
   * Forgets cached tokens and installations, of one App or of all, so that the next call asks GitHub. With `token`, one that GitHub has
   * refused, nothing happens unless it is still the one in the cache: others may have had it renewed meanwhile.
   */
  forget(match?: { credentialId?: string; token?: string }): void;

  /** Called after the configuration, a key file or the stored credentials have changed. Returns how to stop listening. */
  onChange(listener: () => void): () => void;

  /** Problems of the last re-read, such as a key file that cannot be read; the earlier credentials stay in use. */
  problems(): { configKey: string; reason: string; since: string }[];

  /** What Backstage's own packages take. Calls are attributed to `pluginId`. */
  provider(options: { pluginId: string }): GithubCredentialsProvider;

  /** Stops following the configuration and the stored credentials. */
  close(): void;
}
