import type {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/**
 * Runs a change and records it in the audit log, whether it succeeded or not. Nothing of `secrets` gets there, not even from the message of
 * an unexpected error. Errors are thrown on.
 */
export async function audited<T>(options: {
  auditor: AuditorService;
  /** Kebab case; the log shows it behind the plugin: `connections.rotate`. */
  eventId: string;
  severityLevel: AuditorServiceEventSeverityLevel;
  request: Request<any, any, any, any>;
  meta: JsonObject;
  /** Secret values that the request brought. @defaultValue none */
  secrets?: string[];
  /** Resolves to the answer, and what else is to be recorded. */
  run(): Promise<{ result: T; meta?: JsonObject }>;
}): Promise<T> {
  const { auditor, secrets = [], run, ...about } = options;
  const event = await auditor.createEvent(about);
  try {
    const { result, meta } = await run();
    await event.success({ meta });
    return result;
  } catch (error) {
    await event.fail({ error: withoutSecrets({ error, secrets }) });
    throw error;
  }
}

/** An error of a client may carry the whole request, so only its name and its message go on. */
function withoutSecrets(options: { error: unknown; secrets: string[] }): Error {
  const { error, secrets } = options;
  const { name, message } =
    error instanceof Error ? error : new Error(String(error));
  const masked = new Error(
    secrets
      .filter(Boolean)
      .reduce((text, secret) => text.replaceAll(secret, '***'), message),
  );
  masked.name = name;
  masked.stack = undefined;
  return masked;
}
