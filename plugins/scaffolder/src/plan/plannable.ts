import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
  type Entity,
} from '@backstage/catalog-model';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';

/** A step that reads a file which a dry run cannot reach. */
export interface UnreachableStep {
  stepId: string;
  url: string;
}

/**
 * A template of the catalog as a dry run takes it. A dry run reads relative addresses in a folder that it is sent, as the editor does; a
 * registered template has its files where it came from, so its relative addresses are made absolute. Addresses that only a run can build
 * stay as they are, and are told.
 */
export function plannable(options: {
  template: Entity;
  /** As `ScmIntegrationRegistry.resolveUrl`. */
  resolveUrl(options: { url: string; base: string }): string;
}): { template: TemplateEntityV1beta3; unreachable: UnreachableStep[] } {
  const template = options.template as TemplateEntityV1beta3;
  const base = baseOf(template);
  const unreachable: UnreachableStep[] = [];
  const steps = template.spec.steps.map((step, index) => {
    const url = step.input?.url;
    if (!step.action.startsWith('fetch:') || typeof url !== 'string')
      return step;
    const absolute = base && absoluteUrl({ ...options, url, base });
    if (absolute) return { ...step, input: { ...step.input, url: absolute } };
    unreachable.push({ stepId: step.id ?? `step-${index + 1}`, url });
    return step;
  });
  return {
    template: { ...template, spec: { ...template.spec, steps } },
    unreachable,
  };
}

function baseOf(template: Entity): string | undefined {
  const { annotations = {} } = template.metadata;
  const location =
    annotations[ANNOTATION_SOURCE_LOCATION] ?? annotations[ANNOTATION_LOCATION];
  if (!location) return undefined;
  try {
    const { type, target } = parseLocationRef(location);
    return type === 'url' ? target : undefined;
  } catch {
    return undefined;
  }
}

/** What is rendered later stays as it is, behind the folder that it begins in. */
function absoluteUrl(options: {
  url: string;
  base: string;
  resolveUrl(options: { url: string; base: string }): string;
}): string | undefined {
  const { url, base, resolveUrl } = options;
  if (/^https?:\/\//.test(url)) return url;
  const from = url.search(/\$\{\{|\{%/);
  try {
    if (from < 0) return resolveUrl({ url, base });
    const folder = url.slice(0, from).lastIndexOf('/') + 1;
    // An address that begins with an expression may be absolute or not.
    if (folder === 0) return undefined;
    const resolved = resolveUrl({ url: url.slice(0, folder), base });
    return `${resolved.replace(/\/?$/, '/')}${url.slice(folder)}`;
  } catch {
    return undefined;
  }
}
