import type { Hook } from '../../core/state';

/** What of a hook's `config` a request sets. */
export type HookConfig = Partial<
  Pick<Hook, 'url' | 'contentType' | 'secret' | 'insecureSsl'>
>;

export type ReadHookConfig =
  | { outcome: 'read'; config: HookConfig }
  /** What GitHub says is wrong. */
  | { outcome: 'invalid'; message: string };

/**
 * Reads `config` of a request: https://docs.github.com/rest/repos/webhooks#create-a-repository-webhook. Unlike on GitHub the address
 * may be one of this machine. What is not in it is left as it is; asterisks leave the secret, as they are what a reader got for it.
 */
export function readHookConfig(options: {
  config: Record<string, unknown>;
}): ReadHookConfig {
  const { url, content_type, secret, insecure_ssl } = options.config;
  const read: HookConfig = {};
  if (url !== undefined) {
    const problem = urlProblem(url);
    if (problem) return { outcome: 'invalid', message: problem };
    read.url = String(url);
  }
  if (content_type !== undefined) {
    if (content_type !== 'json' && content_type !== 'form') {
      return {
        outcome: 'invalid',
        message: 'Content type must be one of: json, form',
      };
    }
    read.contentType = content_type;
  }
  if (secret !== undefined && secret !== '********') {
    read.secret = secret ? String(secret) : null;
  }
  if (insecure_ssl !== undefined) {
    if (!['0', '1'].includes(String(insecure_ssl))) {
      return {
        outcome: 'invalid',
        message: 'Insecure ssl must be one of: 0, 1',
      };
    }
    read.insecureSsl = String(insecure_ssl) === '1';
  }
  return { outcome: 'read', config: read };
}

function urlProblem(url: unknown): string | undefined {
  if (typeof url !== 'string' || url === '') {
    return 'Config must contain URL for webhooks';
  }
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(url)) return 'Url is missing a scheme';
  if (!/^https?:\/\//i.test(url)) {
    return 'Url has an unsupported scheme (only http and https are allowed)';
  }
  return URL.canParse(url) ? undefined : 'Url is invalid';
}
