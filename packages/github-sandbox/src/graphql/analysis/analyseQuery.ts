import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { formatProblem } from '../execution/formatProblem';
import type { FormattedError } from '../execution/formatProblem';
import { paginationProblem } from './paginationProblem';

/** The most nodes that a query may ask for. https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#node-limit */
const NODE_LIMIT = 500_000;

export interface Analysis {
  /** Points. */
  cost: number;
  nodeCount: number;
  /** Why it is not run. */
  errors: FormattedError[];
}

/**
 * What a query may cost, before it is run, by GitHub's formula: the requests that are needed to fill each connection, if all are full,
 * divided by 100, at least 1. https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#predicting-the-point-value-of-a-query
 */
export function analyseQuery(options: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}): Analysis {
  const { schema, document, operation, variables } = options;
  const fragments = new Map(
    document.definitions
      .filter(
        (definition): definition is FragmentDefinitionNode =>
          definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map(fragment => [fragment.name.value, fragment]),
  );
  const errors: FormattedError[] = [];
  let requests = 0;
  let nodeCount = 0;

  const isLeftOut = (node: Parameters<typeof getDirectiveValues>[1]) =>
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;

  /** The fields of a selection with the type that each is of, by the name in the answer: what is asked for twice counts once. */
  function collect(
    type: GraphQLNamedType,
    selections: SelectionSetNode[],
    fields = new Map<
      string,
      Array<{ type: GraphQLNamedType; field: FieldNode }>
    >(),
  ) {
    for (const selection of selections.flatMap(set => set.selections)) {
      if (isLeftOut(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        const same = fields.get(name) ?? [];
        fields.set(name, [...same, { type, field: selection }]);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragments.get(selection.name.value)
          : selection;
      const condition = fragment?.typeCondition?.name.value;
      const narrowed = condition ? schema.getType(condition) : type;
      if (fragment && narrowed) {
        collect(narrowed, [fragment.selectionSet], fields);
      }
    }
    return fields;
  }

  function walk(
    type: GraphQLNamedType,
    selections: SelectionSetNode[],
    times: number,
    path: string[],
  ) {
    for (const [name, same] of collect(type, selections)) {
      const [{ type: parent, field }] = same;
      const definition =
        isObjectType(parent) || isInterfaceType(parent)
          ? parent.getFields()[field.name.value]
          : undefined;
      if (!definition) continue;
      const returned = getNamedType(definition.type);
      const sets = same.flatMap(one => one.field.selectionSet ?? []);
      let inside = times;
      if (returned.name.endsWith('Connection')) {
        const args = getArgumentValues(definition, field, variables);
        const problem = paginationProblem({
          name: field.name.value,
          args,
          asksForRows: ['nodes', 'edges'].some(rows =>
            [...collect(returned, sets).values()].some(
              ([one]) => one.field.name.value === rows,
            ),
          ),
        });
        if (problem) {
          errors.push(
            formatProblem({ problem, path: [...path, name], node: field }),
          );
        }
        const size = Number(args.first ?? args.last ?? 0);
        requests += times;
        nodeCount += times * size;
        inside = times * size;
      }
      walk(returned, sets, inside, [...path, name]);
    }
  }

  walk(
    schema.getRootType(operation.operation)!,
    [operation.selectionSet],
    1,
    [],
  );
  if (nodeCount > NODE_LIMIT) {
    errors.push({
      type: 'MAX_NODE_LIMIT_EXCEEDED',
      message: `This query requests up to ${nodeCount.toLocaleString(
        'en-US',
      )} possible nodes which exceeds the maximum limit of 500,000.`,
    });
  }
  return { cost: Math.max(1, Math.round(requests / 100)), nodeCount, errors };
}
