import type { SandboxAccess } from './SandboxAccess';

/** The variables by which a preset with `sandbox: true` reaches the sandbox. */
export function sandboxVariables(options: {
  access: SandboxAccess;
  port: number;
}): Record<string, string> {
  const { app, oauthApp } = options.access.credentials;
  const host = `localhost:${options.port}`;
  return {
    CALLBOARD_SANDBOX_HOST: host,
    CALLBOARD_SANDBOX_URL: `http://${host}`,
    CALLBOARD_SANDBOX_APP_ID: String(app.id),
    CALLBOARD_SANDBOX_APP_CLIENT_ID: app.clientId,
    CALLBOARD_SANDBOX_APP_CLIENT_SECRET: app.clientSecret,
    CALLBOARD_SANDBOX_APP_PRIVATE_KEY: app.privateKey,
    CALLBOARD_SANDBOX_APP_WEBHOOK_SECRET: app.webhookSecret,
    CALLBOARD_SANDBOX_OAUTH_CLIENT_ID: oauthApp.clientId,
    CALLBOARD_SANDBOX_OAUTH_CLIENT_SECRET: oauthApp.clientSecret,
  };
}
