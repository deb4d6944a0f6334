import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { isObject } from '../secrets/isObject';

/** The template that a request for a run names, in full; undefined where it names none, which stock's route then refuses. */
export function templateRefOf(body: unknown): string | undefined {
  if (!isObject(body) || typeof body.templateRef !== 'string') return undefined;
  try {
    return stringifyEntityRef(
      parseEntityRef(body.templateRef, { defaultKind: 'template' }),
    );
  } catch {
    return undefined;
  }
}
