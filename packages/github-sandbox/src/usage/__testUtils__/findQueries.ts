import { parse } from 'graphql';
import ts from 'typescript';
import type { UsedQuery } from '../UsedQuery';
import { textOf } from './textOf';

const OPERATION = /^\s*(query|mutation)\b\s*\w*\s*(\(\s*\$|\{)/;

/**
 * The GraphQL queries and mutations that a file holds, with every text that a template can become.
 *
 * @throws where a template has a part that is not in the file, or a text is no GraphQL: what is sent is then unknown. Functions that are
 * known to put theirs together as they are sent are left out.
 */
export function findQueries(options: {
  tree: ts.SourceFile;
  /** Names of functions. */
  assembledIn?: string[];
}): Array<Omit<UsedQuery, 'usedBy'>> {
  const { assembledIn = [] } = options;
  const found: Array<Omit<UsedQuery, 'usedBy'>> = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (
      isText &&
      OPERATION.test(node.getText().slice(1)) &&
      !assembledIn.includes(definitionOf(node))
    ) {
      const texts = textOf({ node });
      if (!texts) {
        throw new Error(
          `What this query becomes cannot be read off its file: ${node.getText()}`,
        );
      }
      for (const text of texts) {
        found.push({
          name: nameOf(text),
          definedIn: definitionOf(node),
          text: withoutIndent(text),
        });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(options.tree);
  return found;
}

function nameOf(text: string): string | null {
  const [definition] = parse(text).definitions;
  return ('name' in definition && definition.name?.value) || null;
}

/** The function around it, or the constant of the file that it is. */
function definitionOf(node: ts.Node): string {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (
      ts.isFunctionDeclaration(outer) ||
      ts.isMethodDeclaration(outer) ||
      (ts.isVariableDeclaration(outer) && isOfFile(outer))
    ) {
      return outer.name?.getText() ?? '';
    }
  }
  return '';
}

function isOfFile(declaration: ts.VariableDeclaration): boolean {
  return ts.isSourceFile(declaration.parent.parent.parent);
}

/** White space means nothing in GraphQL; without the file's own indentation the list can be read. */
function withoutIndent(text: string): string {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  const indent = Math.min(...lines.map(line => line.search(/\S/)));
  return lines.map(line => line.slice(indent).trimEnd()).join('\n');
}
