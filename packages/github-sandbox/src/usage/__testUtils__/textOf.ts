import ts from 'typescript';

/**
 * The texts that a string or template can be. A part that is a constant of the same file, or a choice between two, is put in its place;
 * with `placeholder` any other part becomes that text, and without it such a template has no texts.
 */
export function textOf(options: {
  node: ts.Node;
  placeholder?: string;
}): string[] | undefined {
  const { node, placeholder } = options;
  if (ts.isStringLiteralLike(node)) {
    return [node.text];
  }
  if (ts.isParenthesizedExpression(node)) {
    return textOf({ node: node.expression, placeholder });
  }
  if (ts.isConditionalExpression(node)) {
    return together([
      textOf({ node: node.whenTrue, placeholder }),
      textOf({ node: node.whenFalse, placeholder }),
    ]);
  }
  if (ts.isIdentifier(node)) {
    const value = constantNamed(node);
    return value && textOf({ node: value, placeholder });
  }
  return ts.isTemplateExpression(node)
    ? textsOfTemplate(node, placeholder)
    : undefined;
}

function textsOfTemplate(
  template: ts.TemplateExpression,
  placeholder: string | undefined,
): string[] | undefined {
  let texts = [template.head.text];
  for (const { expression, literal } of template.templateSpans) {
    const parts =
      textOf({ node: expression, placeholder }) ??
      (placeholder === undefined ? undefined : [placeholder]);
    if (!parts) {
      return undefined;
    }
    texts = texts.flatMap(text =>
      parts.map(part => `${text}${part}${literal.text}`),
    );
  }
  return texts;
}

function together(choices: Array<string[] | undefined>): string[] | undefined {
  const texts = choices.flatMap(choice => choice ?? []);
  return choices.includes(undefined) ? undefined : texts;
}

/** What `const name = …` of the nearest scope says, going outwards from where the name is used. A parameter hides what is outside. */
function constantNamed(name: ts.Identifier): ts.Expression | undefined {
  for (let scope: ts.Node = name.parent; scope; scope = scope.parent) {
    const declared = declarationsIn(scope).find(
      declaration => declaration.name?.getText() === name.text,
    );
    if (declared) {
      return ts.isVariableDeclaration(declared)
        ? declared.initializer
        : undefined;
    }
  }
  return undefined;
}

function declarationsIn(scope: ts.Node): readonly ts.NamedDeclaration[] {
  if (ts.isFunctionLike(scope)) {
    return scope.parameters;
  }
  return ts.isBlock(scope) || ts.isSourceFile(scope)
    ? scope.statements
        .filter(isConstant)
        .flatMap(
          statement =>
            statement.declarationList
              .declarations as readonly ts.NamedDeclaration[],
        )
    : [];
}

function isConstant(
  statement: ts.Statement,
): statement is ts.VariableStatement {
  return (
    ts.isVariableStatement(statement) &&
    (statement.declarationList.flags & ts.NodeFlags.Const) !== 0
  );
}
