import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import { scaffolderCatalogModelLayer } from '@backstage/plugin-scaffolder-common/alpha';
import { LineCounter, parseAllDocuments } from 'yaml';
import { isMapping } from '../isMapping';
import { keyOf } from '../keyOf';
import { positionOf } from '../position/positionOf';
import { schemaFindings } from './schemaFindings';

const IDENTITY = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
};

/** A field whose value the catalog reads from another file before it checks the entity. */
const PLACEHOLDER = /\$(?:text|json|yaml|openapi)["']?\s*:/;

let jsonSchema: object | undefined;

/**
 * Why the catalog will reject software templates of a descriptor. All faults of a template are one message:
 * `template.yaml:31:9 spec.steps[1].action: spec.steps.1.action is missing. Add action under spec.steps.1.`
 *
 * Looks only at templates, and not at those that take a part from another file: what will be there is not known yet.
 * Never throws, whatever the text holds.
 */
export function rejectedTemplates(options: {
  /** The descriptor, YAML of one or more documents. */
  text: string;
  /** How the messages name the descriptor. */
  file: string;
}): { name: string; message: string }[] {
  const { text, file } = options;
  if (!/^kind:\s*["']?Template\b/m.test(text)) {
    return [];
  }
  const lines = new LineCounter();
  const rejected: { name: string; message: string }[] = [];
  for (const yaml of parseAllDocuments(text, {
    merge: false,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  })) {
    const value = yaml.errors.length === 0 ? plainData(yaml) : undefined;
    if (
      !isMapping(value) ||
      value.kind !== IDENTITY.kind ||
      value.apiVersion !== IDENTITY.apiVersion ||
      PLACEHOLDER.test(JSON.stringify(value))
    ) {
      continue;
    }
    const faults = schemaFindings({
      jsonSchema: schema(),
      entity: value,
    }).map(finding => {
      const { line, column } = positionOf({
        document: { yaml, lines },
        path: finding.path,
        at: finding.at,
      });
      const key = keyOf([
        ...finding.path,
        ...(finding.missing ? [finding.missing] : []),
      ]);
      return `${file}:${line}:${column} ${key}: ${finding.message} ${finding.remedy}`;
    });
    const name = isMapping(value.metadata) ? value.metadata.name : undefined;
    if (faults.length > 0 && typeof name === 'string') {
      rejected.push({ name, message: faults.join(' ') });
    }
  }
  return rejected;
}

function plainData(yaml: { toJSON(): unknown }): unknown {
  try {
    return yaml.toJSON();
  } catch {
    // Aliases that expand without end; the catalog's own parser says so.
    return undefined;
  }
}

function schema(): object {
  if (!jsonSchema) {
    const model = compileCatalogModel([
      defaultCatalogEntityModel,
      scaffolderCatalogModelLayer,
    ]);
    jsonSchema = model.getKind(
      IDENTITY as Parameters<typeof model.getKind>[0],
    )!.jsonSchema;
  }
  return jsonSchema;
}
