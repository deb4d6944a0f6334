import type { TemplateParameterSchema } from '@backstage/plugin-scaffolder-react';
import { isKnownWidget } from './knownWidgets';

/** A field that is drawn otherwise than its template asks. */
export interface MendedField {
  /** The parameter, as a dotted path. */
  path: string;
  title: string;
  /** What the portal does not have. */
  asked: { kind: 'field' | 'widget'; name: string };
}

interface Walk {
  isKnownField(name: string): boolean;
  mended: MendedField[];
}

/** Deeper schemas are left as they are: no form shows them, and the walk must end. */
const MAX_DEPTH = 50;
/** What may hold any value, and is no schema. */
const VALUES = ['default', 'const', 'enum', 'enumNames', 'examples'];

/** Fields that the form library brings itself. */
const BUILT_IN = [
  'AnyOfField',
  'ArrayField',
  'BooleanField',
  'NullField',
  'NumberField',
  'ObjectField',
  'OneOfField',
  'SchemaField',
  'StringField',
  'DescriptionField',
];

/**
 * The manifest of a template in which every field can be drawn: where it asks for a field or a widget that the portal does not have, the
 * field becomes what its type makes of it, mostly a text field. The manifest given stays as it is.
 */
export function mendManifest(options: {
  manifest: TemplateParameterSchema;
  /** The names of the field extensions. */
  fields: readonly string[];
}): { manifest: TemplateParameterSchema; mended: MendedField[] } {
  const { manifest } = options;
  const fields = new Set([...options.fields, ...BUILT_IN]);
  const mended: MendedField[] = [];
  const walk: Walk = { isKnownField: name => fields.has(name), mended };
  const steps = manifest.steps.map(step => ({
    ...step,
    schema: mendNode({ node: step.schema, path: [], depth: 0, walk }) as never,
  }));
  return { manifest: { ...manifest, steps }, mended };
}

function mendNode(options: {
  node: unknown;
  path: string[];
  depth: number;
  walk: Walk;
}): unknown {
  const { node, path, depth, walk } = options;
  if (typeof node !== 'object' || node === null || depth > MAX_DEPTH)
    return node;
  if (Array.isArray(node))
    return node.map(item =>
      mendNode({ ...options, node: item, depth: depth + 1 }),
    );
  const mended = mendField({
    node: node as Record<string, unknown>,
    path,
    walk,
  });
  return Object.fromEntries(
    Object.entries(mended).map(([key, inner]) => {
      if (VALUES.includes(key)) return [key, inner];
      if (key === 'properties' && isMap(inner))
        return [
          key,
          Object.fromEntries(
            Object.entries(inner).map(([name, property]) => [
              name,
              mendNode({
                node: property,
                path: [...path, name],
                depth: depth + 1,
                walk,
              }),
            ]),
          ),
        ];
      return [key, mendNode({ node: inner, path, depth: depth + 1, walk })];
    }),
  );
}

function mendField(options: {
  node: Record<string, unknown>;
  path: string[];
  walk: Walk;
}): Record<string, unknown> {
  const { path, walk } = options;
  let { node } = options;
  const note = (asked: MendedField['asked']) => {
    const title = typeof node.title === 'string' ? node.title : path.at(-1);
    walk.mended.push({ path: path.join('.'), title: title ?? '', asked });
  };

  const field = node['ui:field'];
  if (typeof field === 'string' && !walk.isKnownField(field)) {
    note({ kind: 'field', name: field });
    const { 'ui:field': _, ...rest } = node;
    const isTyped = [
      'type',
      'anyOf',
      'oneOf',
      'enum',
      'const',
      'properties',
    ].some(key => key in rest);
    node = isTyped ? rest : { ...rest, type: 'string' };
  }
  if ('ui:field' in node) return node;

  const type = typeOf(node);
  const widget = node['ui:widget'];
  if ('ui:widget' in node && !isKnownWidget({ widget, type })) {
    note({ kind: 'widget', name: String(widget) });
    const { 'ui:widget': _, ...rest } = node;
    node = rest;
  }
  const ui = node['ui:options'];
  if (
    isMap(ui) &&
    'widget' in ui &&
    !isKnownWidget({ widget: ui.widget, type })
  ) {
    note({ kind: 'widget', name: String(ui.widget) });
    const { widget: _, ...rest } = ui;
    node = { ...node, 'ui:options': rest };
  }
  return withoutFocus(node);
}

/**
 * Without the wish to have the focus at first, on what is drawn as a button: Material UI's ripple breaks while the button appears, and the
 * page with it, when a person comes by keyboard.
 */
function withoutFocus(node: Record<string, unknown>): Record<string, unknown> {
  const ui = isMap(node['ui:options']) ? node['ui:options'] : undefined;
  const widget = node['ui:widget'] ?? ui?.widget;
  const isButton =
    typeOf(node) === 'boolean' ||
    ['radio', 'checkbox', 'checkboxes'].includes(String(widget));
  if (!isButton || !('ui:autofocus' in node || (ui && 'autofocus' in ui)))
    return node;
  const { 'ui:autofocus': _, 'ui:options': __, ...rest } = node;
  if (!ui) return rest;
  const { autofocus: ___, ...options } = ui;
  return { ...rest, 'ui:options': options };
}

function typeOf(node: Record<string, unknown>): string | undefined {
  const type = Array.isArray(node.type)
    ? node.type.find(one => one !== 'null')
    : node.type;
  if (typeof type === 'string') return type;
  if ('enum' in node) return 'string';
  return 'properties' in node ? 'object' : undefined;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
