import { parseEntityRef } from '@backstage/catalog-model';
import type { ScaffolderTask } from '@backstage/plugin-scaffolder-common';

/** The template of a run; undefined for a run that was not made from one of the catalog. */
export function templateOf(
  task: ScaffolderTask,
): { ref: string; namespace: string; name: string; title: string } | undefined {
  const info = task.spec?.templateInfo;
  if (!info?.entityRef) return undefined;
  try {
    const { namespace, name } = parseEntityRef(info.entityRef);
    const title = info.entity?.metadata.title || name;
    return { ref: info.entityRef, namespace, name, title };
  } catch {
    return undefined;
  }
}
