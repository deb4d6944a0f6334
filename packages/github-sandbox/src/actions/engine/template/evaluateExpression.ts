import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import type { JsonValue } from '../types';
import type { ExpressionScope } from './ExpressionScope';
import { TemplateError } from './TemplateError';

const CONTEXT_NAMES = [
  'github',
  'env',
  'vars',
  'secrets',
  'inputs',
  'matrix',
  'strategy',
  'needs',
  'jobs',
  'steps',
  'job',
  'runner',
];

/** The value of an expression, without its type; and how GitHub would write it into a text. */
export interface EvaluatedExpression {
  value: JsonValue;
  text: string;
  truthy: boolean;
}

/**
 * Evaluates what stands between `${{` and `}}`.
 *
 * Throws a `TemplateError` if the expression is wrong, or fails.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
 */
export function evaluateExpression(options: {
  expression: string;
  scope: ExpressionScope;
}): EvaluatedExpression {
  const { expression, scope } = options;
  try {
    const functions = extensionFunctions(scope);
    const { tokens } = new Lexer(expression).lex();
    const tree = new Parser(tokens, CONTEXT_NAMES, functions).parse();
    const result = new Evaluator(
      tree,
      contextData(expression, scope),
      new Map(functions.map(definition => [definition.name, definition])),
    ).evaluate();
    const value = fromData(result);
    return {
      value,
      text: result.coerceString(),
      truthy: isTruthy(value),
    };
  } catch (error) {
    throw new TemplateError((error as Error).message);
  }
}

/** Only contexts that the expression mentions are converted: `github.event` can be large. */
function contextData(expression: string, scope: ExpressionScope) {
  const lower = expression.toLocaleLowerCase('en-US');
  const contexts = new data.Dictionary();
  for (const name of CONTEXT_NAMES) {
    const value = scope.contexts[name];
    contexts.add(
      name,
      value === undefined || !lower.includes(name)
        ? new data.Dictionary()
        : toData(value),
    );
  }
  return contexts;
}

function toData(value: JsonValue): data.ExpressionData {
  return JSON.parse(JSON.stringify(value), data.reviver);
}

function fromData(value: data.ExpressionData): JsonValue {
  return JSON.parse(JSON.stringify(value, data.replacer));
}

function isTruthy(value: JsonValue): boolean {
  return (
    value !== null && value !== false && value !== 0 && value !== '' // NaN has become null
  );
}

function extensionFunctions(scope: ExpressionScope): FunctionDefinition[] {
  const status = scope.status ?? {
    success: true,
    failure: false,
    cancelled: false,
  };
  const constant = (name: string, value: boolean): FunctionDefinition => ({
    name,
    minArgs: 0,
    maxArgs: name === 'always' || name === 'cancelled' ? 0 : 255,
    call: () => new data.BooleanData(value),
  });
  return [
    constant('always', true),
    constant('success', status.success),
    constant('failure', status.failure),
    constant('cancelled', status.cancelled),
    {
      name: 'hashfiles',
      minArgs: 1,
      maxArgs: 255,
      call: (...args) =>
        new data.StringData(
          scope.hashFiles?.(args.map(arg => arg.coerceString())) ?? '',
        ),
    },
  ];
}
