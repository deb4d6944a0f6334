import { InputError } from '@backstage/errors';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';

const ALLOWED_HOSTS = {
  type: 'array',
  items: { type: 'string' },
  description:
    'Hosts that the repository may be on. A step for another one is refused.',
};

/**
 * An action that takes more than its schema names, as Backstage did when most templates were written. `allowedHosts` is kept to; other inputs
 * that the action does not know are left out, with one warning that names them. Their values are not checked.
 */
export function openInput(
  action: TemplateAction<any, any, any>,
): TemplateAction<any, any, any> {
  const schema = action.schema?.input as
    | { properties?: Record<string, unknown> }
    | undefined;
  const known = schema?.properties ?? {};
  return {
    ...action,
    schema: {
      ...action.schema,
      input: {
        ...schema,
        properties: { ...known, allowedHosts: ALLOWED_HOSTS },
        additionalProperties: true,
      } as any,
    },
    handler(ctx) {
      const { allowedHosts, ...rest } = ctx.input;
      assertHost({ id: action.id, allowedHosts, repoUrl: rest.repoUrl });
      const unknown = Object.keys(rest).filter(
        key => !Object.hasOwn(known, key),
      );
      if (unknown.length > 0) {
        ctx.logger.warn(
          `${action.id} knows no inputs ${unknown.join(', ')}: left out`,
        );
      }
      const input = Object.fromEntries(
        Object.entries(rest).filter(([key]) => Object.hasOwn(known, key)),
      );
      return action.handler({ ...ctx, input });
    },
  };
}

function assertHost(options: {
  id: string;
  allowedHosts: unknown;
  repoUrl: unknown;
}): void {
  const { id, allowedHosts, repoUrl } = options;
  if (!Array.isArray(allowedHosts) || allowedHosts.length === 0) return;
  const host = hostOf(String(repoUrl));
  if (host && !allowedHosts.some(one => hostOf(String(one)) === host)) {
    throw new InputError(
      `${id} may not use ${host} here: the step of the template allows ${allowedHosts.join(
        ', ',
      )}`,
    );
  }
}

/** Undefined for what is no address; the action says so. */
function hostOf(text: string): string | undefined {
  try {
    return new URL(`https://${text}`).host;
  } catch {
    return undefined;
  }
}
