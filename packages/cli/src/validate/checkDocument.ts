import {
  Entity,
  entityEnvelopeSchemaValidator,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  checkTemplate,
  jsonPointer,
  keyOf,
  positionOf,
  schemaFindings,
  type SchemaFinding,
} from '@callboard/template-check';
import { catalogVerdict } from './catalogVerdict';
import { formatFindings } from './formatFindings';
import { kindModel, KNOWN_KINDS } from './kindModel';
import { referenceFindings } from './referenceFindings';
import { resolvePlaceholders } from './resolvePlaceholders';
import { SourceDocument } from './SourceDocument';
import { targetFindings } from './targetFindings';
import { Problem, ProblemRule } from './ValidationReport';

/** What was found out about one document. */
export type CheckedDocument = {
  problems: Problem[];
  /** Undefined when the document does not say enough to tell. */
  entityRef?: string;
  urls: number;
};

const checkEnvelope = entityEnvelopeSchemaValidator();

/** Stands in where a kind is unknown: what it says of the envelope holds for every kind. */
const ANY_KIND = { kind: 'Component', apiVersion: 'backstage.io/v1alpha1' };

/** Checks one document as the catalog would, and reports everything that is wrong with it. */
export async function checkDocument(options: {
  document: SourceDocument;
  /** Absolute path of the descriptor. */
  from: string;
  /** Kinds that the portal has a processor for, beyond the stock ones. */
  allowedKinds: string[];
}): Promise<CheckedDocument> {
  const { document, from, allowedKinds } = options;
  const result: CheckedDocument = { problems: [], urls: 0 };
  const report = (
    rule: ProblemRule,
    finding: SchemaFinding,
    rest: Partial<Problem> = {},
  ) => {
    const { path, at, message, remedy } = finding;
    result.problems.push({
      level: 'error',
      rule,
      file: document.file,
      ...positionOf({ document, path, at }),
      key: keyOf([...path, ...(finding.missing ? [finding.missing] : [])]),
      document: document.number,
      entity: result.entityRef,
      message,
      remedy,
      costs: 'entity',
      ...rest,
    });
  };

  const envelope = envelopeFindings(document.value);
  if (envelope.length > 0) {
    envelope.forEach(finding => report('envelope', finding, { costs: 'file' }));
    schemaOf(document.value)
      .filter(finding => !isEnvelope(finding))
      .forEach(finding => report('schema', finding));
    return result;
  }

  const entity = withAnnotations(document.value as Entity);
  result.entityRef = stringifyEntityRef(entity);

  const resolved = await resolvePlaceholders({ entity, from });
  result.urls += resolved.urls;
  resolved.findings.forEach(finding => report('placeholder', finding));
  resolved.needOpenApiModule.forEach(path =>
    report(
      'placeholder',
      {
        path,
        at: 'key',
        message: `${path.at(
          -1,
        )} is understood only by portals with the catalog's OpenAPI module.`,
        remedy: 'Use $text unless the file refers to other files.',
      },
      { level: 'warning', costs: 'nothing' },
    ),
  );

  const verdict = await catalogVerdict(resolved.entity);
  if (verdict.outcome === 'rejected') {
    const schema = schemaOf(resolved.entity).filter(
      finding => !concerns(finding, resolved.unknown),
    );
    const reported = new Set(schema.map(({ path }) => path.join('/')));
    const format = (await formatFindings(resolved.entity as Entity)).filter(
      ({ path }) => ![...reported].some(other => covers(other, path)),
    );
    schema.forEach(finding => report('schema', finding));
    format.forEach(finding => report('format', finding));
    if (schema.length + format.length === 0 && resolved.unknown.length === 0) {
      report('schema', {
        path: jsonPointer(/\/\S+/.exec(verdict.message)?.[0] ?? ''),
        at: 'value',
        message: verdict.message,
        remedy: 'See the descriptor format of the Backstage catalog.',
      });
    }
  }
  if (
    verdict.outcome === 'unrecognized' &&
    !allowedKinds.includes(entity.kind)
  ) {
    report('kind', kindFinding(entity));
  }

  if (entity.kind === 'Template' && verdict.outcome === 'accepted') {
    checkTemplate({ value: resolved.entity }).forEach(finding =>
      report(finding.rule, finding, { level: 'warning', costs: 'nothing' }),
    );
  }

  const references = kindModel(entity)?.references ?? [];
  referenceFindings({
    entity: resolved.entity as Entity,
    references,
    valid: verdict.outcome === 'accepted',
  }).forEach(finding => report('reference', finding));

  if (entity.kind === 'Location' && entity.spec) {
    const targets = targetFindings({ spec: entity.spec, from });
    result.urls += targets.urls;
    targets.findings.forEach(finding => report('target', finding));
  }
  return result;
}

/** The catalog adds its own annotations, and reads a missing value as none. */
function withAnnotations(entity: Entity): Entity {
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: entity.metadata.annotations || {},
    },
  };
}

/** What keeps the catalog from telling which entity it is. It then takes nothing from the whole file. */
function envelopeFindings(value: object): SchemaFinding[] {
  const annotations = (value as Partial<Entity>).metadata?.annotations;
  let message = '';
  try {
    checkEnvelope(value);
    if (!annotations || isMapping(annotations)) {
      return [];
    }
  } catch (error) {
    message = (error as Error).message;
  }
  const findings = schemaOf(value).filter(isEnvelope);
  return findings.length > 0
    ? findings
    : [
        {
          path: jsonPointer(/\/\S+/.exec(message)?.[0] ?? ''),
          at: 'value',
          message: `${message}.`,
          remedy: 'An entity needs apiVersion, kind and metadata.name.',
        },
      ];
}

function isEnvelope({ path, missing }: SchemaFinding): boolean {
  const field = [...path, ...(missing ? [missing] : [])].join('.');
  return [
    'apiVersion',
    'kind',
    'metadata',
    'metadata.name',
    'metadata.namespace',
    'metadata.annotations',
  ].includes(field);
}

function schemaOf(value: object): SchemaFinding[] {
  const { kind, apiVersion } = value as Partial<Entity>;
  const model =
    typeof kind === 'string' && typeof apiVersion === 'string'
      ? kindModel({ kind, apiVersion })
      : undefined;
  if (model) {
    return schemaFindings({ jsonSchema: model.jsonSchema, entity: value });
  }
  const known = { ...value } as Partial<Entity>;
  const stands = (field: 'kind' | 'apiVersion') =>
    typeof known[field] === 'string' && known[field] !== '';
  return schemaFindings({
    jsonSchema: kindModel(ANY_KIND)!.jsonSchema,
    entity: {
      ...known,
      ...(stands('kind') && { kind: ANY_KIND.kind }),
      ...(stands('apiVersion') && { apiVersion: ANY_KIND.apiVersion }),
    },
  })
    .filter(({ path, missing }) => path[0] !== 'spec' && missing !== 'spec')
    .map(finding =>
      // The stand-in would name its own kind as the only one allowed.
      ['kind', 'apiVersion'].includes(finding.path.join('.'))
        ? {
            ...finding,
            message: `${finding.path[0]} must be a string that is not empty.`,
            remedy: `Name the ${finding.path[0]}, such as ${
              ANY_KIND[finding.path[0] as 'kind']
            }.`,
          }
        : finding,
    )
    .filter(
      (finding, index, all) =>
        all.findIndex(
          other =>
            other.message === finding.message &&
            other.path.join('/') === finding.path.join('/'),
        ) === index,
    );
}

function kindFinding(entity: Entity): SchemaFinding {
  const sameKind = Object.keys(KNOWN_KINDS).find(
    kind => kind.toLowerCase() === entity.kind.toLowerCase(),
  );
  const what = `No processor of a stock catalog recognizes kind ${entity.kind} in apiVersion ${entity.apiVersion}.`;
  if (sameKind === undefined) {
    return {
      path: ['kind'],
      at: 'value',
      message: what,
      remedy: `Use one of ${Object.keys(KNOWN_KINDS).join(
        ', ',
      )}; if the portal has a processor for ${entity.kind}, pass --allow-kind ${
        entity.kind
      }.`,
    };
  }
  return sameKind === entity.kind
    ? {
        path: ['apiVersion'],
        at: 'value',
        message: what,
        remedy: `Use apiVersion ${KNOWN_KINDS[sameKind][0]}${
          sameKind === 'Template' ? '; older templates have to be migrated' : ''
        }.`,
      }
    : {
        path: ['kind'],
        at: 'value',
        message: what,
        remedy: `Write the kind as ${sameKind}.`,
      };
}

function concerns(finding: SchemaFinding, fields: string[][]): boolean {
  const full = [...finding.path, ...(finding.missing ? [finding.missing] : [])];
  return fields.some(field => covers(field.join('/'), full));
}

function covers(parent: string, path: string[]): boolean {
  return parent !== '' && `${path.join('/')}/`.startsWith(`${parent}/`);
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
