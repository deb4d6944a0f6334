import ts from 'typescript';
import { canonicalRoute } from './canonicalRoute';
import type { EndpointTable } from './endpointTables';
import { textOf } from './textOf';

const SENDS = /(request\w*|paginate|iterator)$/i;
const ROUTE = /^(GET|HEAD|POST|PUT|PATCH|DELETE) \/\S+$/;

/**
 * The routes that a file asks for by Octokit: its methods (`client.rest.repos.get`, called or handed to `paginate`), and routes that
 * are written out as arguments of `request`, `paginate` or a function called after them.
 */
export function findRoutes(options: {
  tree: ts.SourceFile;
  tables: EndpointTable[];
  templates: string[];
}): string[] {
  const { tree, tables, templates } = options;
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAccessExpression(node) &&
      ts.isPropertyAccessExpression(node.expression)
    ) {
      const method = {
        namespace: node.expression.name.text,
        name: node.name.text,
      };
      found.push(...tables.flatMap(table => table(method) ?? []));
    }
    if (ts.isCallExpression(node) && SENDS.test(node.expression.getText())) {
      found.push(
        ...node.arguments
          .flatMap(
            argument => textOf({ node: argument, placeholder: '{}' }) ?? [],
          )
          .filter(text => ROUTE.test(text)),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.map(route => canonicalRoute({ route, templates }));
}
