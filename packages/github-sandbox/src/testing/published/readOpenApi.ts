import fs from 'node:fs/promises';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { BodyShape } from '../../http/body/BodyShape';
import { describeBody, type Schema } from './describeBody';
import { publishedFile } from './publishedFile';
import { withoutNullable } from './withoutNullable';

/** GitHub's published description of its REST API and webhooks, as something to check answers against. */
export interface OpenApi {
  /** `GET /repos/{owner}/{repo}` for all routes that GitHub has. */
  routes: string[];
  /** The types in the JSON body that a route takes; undefined where it takes none. */
  bodyOf(route: string): BodyShape | undefined;
  /** What is wrong with an answer; empty where it is as described. */
  checkAnswer(options: {
    route: string;
    status: number;
    body: unknown;
  }): string[];
  /** What is wrong with the payload of a webhook. `kind` is `push` or, with an action, `pull_request` and `opened`. */
  checkWebhook(options: {
    event: string;
    action?: string;
    payload: unknown;
  }): string[];
}

interface Description {
  paths: Record<
    string,
    Record<
      string,
      {
        requestBody?: { content: Record<string, { schema: Schema }> };
        responses: Record<string, { $ref?: string; content?: object }>;
      }
    >
  >;
  'x-webhooks': Record<string, { post: { requestBody: { content: object } } }>;
  components: { responses: Record<string, { content?: object }> };
}

/**
 * Mistakes of the description itself. The list of installations wants an account to be a person and an enterprise at once (`allOf`); the
 * schema of one installation, which the same objects have elsewhere, wants either.
 */
function mendDescription(description: Description) {
  const list = description.paths['/app/installations'].get.responses['200']
    .content as { 'application/json': { schema: { items: object } } };
  list['application/json'].schema.items = {
    $ref: '#/components/schemas/installation',
  };
}

/** Formats that ajv has no check for and that say nothing about the shape. */
const FREE_FORMATS = ['repo.nwo', 'ssh-url', 'int64', 'timestamp'];

let reading: Promise<OpenApi> | undefined;

/** Reads the description, once for each test process. */
export function readOpenApi(): Promise<OpenApi> {
  reading ??= read();
  return reading;
}

async function read(): Promise<OpenApi> {
  const file = await publishedFile({
    name: '@octokit/openapi',
    version: '23.0.2',
    integrity:
      'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
    file: 'generated/api.github.com.json',
  });
  const description: Description = JSON.parse(await fs.readFile(file, 'utf8'));
  mendDescription(description);
  withoutNullable(description);

  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats(ajv);
  // GitHub has empty texts where there is no address, which the description gives as default.
  ajv.addFormat('uri', text => text === '' || URL.canParse(text));
  FREE_FORMATS.forEach(format => ajv.addFormat(format, true));
  ajv.addSchema(description, 'github');
  const compiled = new Map<string, ValidateFunction>();

  function check(pointer: string[], value: unknown): string[] {
    const path = pointer
      .map(part =>
        encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
      )
      .join('/');
    const validate =
      compiled.get(path) ?? ajv.compile({ $ref: `github#/${path}` });
    compiled.set(path, validate);
    return validate(value)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message, params }) =>
            `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
        );
  }

  const resolve = (reference: string) =>
    reference
      .split('/')
      .slice(1)
      .reduce((place: any, key) => place[key], description) as Schema;

  return {
    routes: Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    ),
    bodyOf(route) {
      const [method, path] = route.split(' ');
      const content =
        description.paths[path]?.[method.toLowerCase()]?.requestBody?.content;
      const json = content?.['application/json'];
      return json && describeBody({ schema: json.schema, resolve });
    },
    checkAnswer({ route, status, body }) {
      const [method, path] = route.split(' ');
      const operation = description.paths[path]?.[method.toLowerCase()];
      if (!operation) return [`${route} is not a route of GitHub's`];
      const response = operation.responses[String(status)];
      if (!response) {
        return [`${route} has no answer with status ${status}`];
      }
      const shared = response.$ref?.split('/').at(-1);
      const described = shared
        ? description.components.responses[shared]
        : response;
      const place = shared
        ? ['components', 'responses', shared]
        : ['paths', path, method.toLowerCase(), 'responses', String(status)];
      const content = described.content as Record<string, object> | undefined;
      if (!content?.['application/json']) return [];
      return check([...place, 'content', 'application/json', 'schema'], body);
    },
    checkWebhook({ event, action, payload }) {
      const name = action
        ? `${event}-${action}`.replaceAll('_', '-')
        : event.replaceAll('_', '-');
      if (!description['x-webhooks'][name]) {
        return [`${name} is not a webhook of GitHub's`];
      }
      return check(
        [
          'x-webhooks',
          name,
          'post',
          'requestBody',
          'content',
          'application/json',
          'schema',
        ],
        payload,
      );
    },
  };
}
