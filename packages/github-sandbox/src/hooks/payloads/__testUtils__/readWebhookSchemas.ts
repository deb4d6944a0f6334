import fs from 'node:fs/promises';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { publishedFile } from '../../../testing/published/publishedFile';

/** What GitHub has added since these schemas were made; its OpenAPI description has them. */
const NEWER = [
  'user_view_type',
  'has_pull_requests',
  'pull_request_creation_policy',
  'client_id',
  'sub_issues_summary',
  'closed_by',
  'organization_id',
  // Of teams.
  'type',
  'original_start_side',
  'verified_at',
  'immutable',
  'digest',
  'updated_at',
];

export interface WebhookSchemas {
  /** What is wrong with a payload: also keys that GitHub does not send, which its OpenAPI description allows. */
  check(options: {
    event: string;
    action?: string;
    payload: unknown;
  }): string[];
}

/** The schemas that Octokit made of the payloads that GitHub sends. */
export async function readWebhookSchemas(): Promise<WebhookSchemas> {
  const file = await publishedFile({
    name: '@octokit/webhooks-schemas',
    version: '7.6.1',
    integrity:
      'sha512-qW0Bwtb76r4m2WzVhKDyfEeEnt1GEQoRjkCqmq2ZeB0nNVDJ+Z2LBDS9FDPyduuMXf/ZTWiCJp9PFFHgRfBe3A==',
    file: 'schema.json',
  });
  const schema = JSON.parse(await fs.readFile(file, 'utf8'));
  allowNewer(schema);
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats(ajv);
  ajv.addSchema(schema, 'webhooks');
  const compiled = new Map<string, ValidateFunction>();
  return {
    check({ event, action, payload }) {
      const name = `${event}$${action ?? 'event'}`;
      if (!schema.definitions[name]) return [`${name} is not known`];
      const validate =
        compiled.get(name) ??
        ajv.compile({ $ref: `webhooks#/definitions/${name}` });
      compiled.set(name, validate);
      return validate(payload)
        ? []
        : (validate.errors ?? []).map(
            ({ instancePath, message, params }) =>
              `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
          );
    },
  };
}

interface ObjectSchema {
  properties?: Record<string, ObjectSchema>;
  additionalProperties?: unknown;
}

function allowNewer(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as ObjectSchema;
  if (schema.properties && schema.additionalProperties === false) {
    const added = Object.fromEntries(NEWER.map(name => [name, {}]));
    schema.properties = { ...added, ...schema.properties };
    // GitHub adds to the permissions of Apps all the time.
    delete schema.properties.permissions?.additionalProperties;
  }
  Object.values(node).forEach(allowNewer);
}
