import ts from 'typescript';
import { textOf } from './textOf';

const ADDRESS =
  /\/(repos|repositories|orgs|organizations|users?|apps?|installations?|app-manifests|applications|login\/oauth|api\/v3|api\/graphql)(\/|$)|\/graphql$|api\.github\.com|raw\.githubusercontent\.com/;
const ROUTE = /^(GET|HEAD|POST|PUT|PATCH|DELETE) \//;

/**
 * Texts that look like addresses of GitHub but are not routes for Octokit: the code may fetch them itself. As they stand in the file,
 * with their quotes. Names of packages and prose are not meant.
 */
export function findLooseAddresses(options: { tree: ts.SourceFile }): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const texts = textOf({ node, placeholder: '{}' }) ?? [];
      if (texts.some(isAddress)) {
        found.push(node.getText());
      }
    }
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) {
      ts.forEachChild(node, visit);
    }
  };
  visit(options.tree);
  return found;
}

function isAddress(text: string): boolean {
  return (
    ADDRESS.test(text) &&
    !ROUTE.test(text) &&
    !text.startsWith('@') &&
    !/\s/.test(text)
  );
}
