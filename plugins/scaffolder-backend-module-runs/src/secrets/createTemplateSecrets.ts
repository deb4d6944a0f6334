import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { JsonValue } from '@backstage/types';
import {
  findSecretParameters,
  type StepTemplate,
} from './findSecretParameters';
import { isObject } from './isObject';

/** What is known of the secrets of a template: of its parameters, and the schema of its `spec.secrets`. */
export interface TemplateSecrets {
  /** Dotted paths. */
  parameters: string[];
  secretsSchema?: JsonValue;
}

/**
 * Reads from the catalog which parameters of a template are secrets. The portal's own credentials are used: whether a value is masked does
 * not depend on who looks.
 *
 * @returns a function of a template's entity reference; `undefined` for one that the catalog does not have.
 */
export function createTemplateSecrets(options: {
  catalog: CatalogService;
  auth: AuthService;
}): (templateRef: string) => Promise<TemplateSecrets | undefined> {
  const { catalog, auth } = options;
  return async templateRef => {
    const entity = await catalog.getEntityByRef(templateRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    const spec = entity?.spec;
    if (!isObject(spec)) return undefined;
    const steps = Array.isArray(spec.steps) ? spec.steps.filter(isObject) : [];
    return {
      parameters: findSecretParameters({
        parameters: spec.parameters,
        steps: steps as unknown as StepTemplate[],
      }),
      secretsSchema: isObject(spec.secrets) ? spec.secrets.schema : undefined,
    };
  };
}
