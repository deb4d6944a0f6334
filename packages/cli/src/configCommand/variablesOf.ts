import fs from 'node:fs/promises';
import { parseDocument } from 'yaml';
import type { ConfigNode } from '../config/merge/ConfigNode';

const PLACEHOLDER = /(?<!\$)\$\{([^}]*)\}/g;

/** The variables that a value was filled in from. */
export async function variablesOf(node: ConfigNode): Promise<string[]> {
  const { layer, path } = node;
  if (layer.variablesAt) {
    // A whole list or map may come from one variable.
    for (let length = path.length; length > 0; length -= 1) {
      const names = layer.variablesAt.get(
        JSON.stringify(path.slice(0, length)),
      );
      if (names) return names;
    }
    return [];
  }
  if (!layer.file) {
    return [];
  }
  const document = parseDocument(await fs.readFile(layer.file, 'utf8'));
  const template = document.getIn(
    path.map(segment => (/^\d+$/.test(segment) ? Number(segment) : segment)),
  );
  const text = typeof template === 'string' ? template : envName(template);
  return [
    ...new Set(
      [...text.matchAll(PLACEHOLDER)].map(([, expression]) =>
        expression.split(':-')[0].trim(),
      ),
    ),
  ];
}

/** A value may be written as `{$env: NAME}` too. */
function envName(template: unknown) {
  const name = (
    template as { get?: (key: string) => unknown } | undefined
  )?.get?.('$env');
  return typeof name === 'string' ? `\${${name}}` : '';
}
