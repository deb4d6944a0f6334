import { BREAK, Kind, visit } from 'graphql';
import type { ASTNode, DocumentNode } from 'graphql';

/** Where a node of a query is, as GitHub writes it: `["query users", "organization", "... on Blob", "id"]`. */
export function pathTo(options: {
  document: DocumentNode;
  node: ASTNode;
}): string[] | undefined {
  const { document, node } = options;
  let found: string[] | undefined;
  visit(document, {
    enter(candidate, _key, parent, _path, ancestors) {
      if (candidate !== node) return undefined;
      const nodes = [...ancestors, parent, candidate].filter(
        (one): one is ASTNode => one !== undefined && !Array.isArray(one),
      );
      found = nodes.flatMap(one => step(one) ?? []);
      return BREAK;
    },
  });
  return found;
}

function step(node: ASTNode): string | undefined {
  switch (node.kind) {
    case Kind.OPERATION_DEFINITION:
      return node.name
        ? `${node.operation} ${node.name.value}`
        : node.operation;
    case Kind.FRAGMENT_DEFINITION:
      return `fragment ${node.name.value}`;
    case Kind.FRAGMENT_SPREAD:
      return `... ${node.name.value}`;
    case Kind.INLINE_FRAGMENT:
      return node.typeCondition
        ? `... on ${node.typeCondition.name.value}`
        : '...';
    case Kind.FIELD:
      return node.alias?.value ?? node.name.value;
    case Kind.ARGUMENT:
    case Kind.OBJECT_FIELD:
      return node.name.value;
    default:
      return undefined;
  }
}
