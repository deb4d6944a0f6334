/** `webhook-config` of GitHub's OpenAPI. A secret is shown as asterisks, and not at all where there is none. */
export function presentHookConfig(settings: {
  /** Undefined: an App without a webhook. */
  url: string | undefined;
  contentType: 'json' | 'form';
  secret: string | null;
  insecureSsl: boolean;
}) {
  return {
    content_type: settings.contentType,
    insecure_ssl: settings.insecureSsl ? '1' : '0',
    ...(settings.secret && { secret: '********' }),
    ...(settings.url && { url: settings.url }),
  };
}
