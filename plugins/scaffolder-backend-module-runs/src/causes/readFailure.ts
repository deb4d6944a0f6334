import { maskText } from '@callboard/plugin-github-node';
import type { Failure } from './explainFailure';
import type { FailureFacts } from './FailureFacts';

const MAX_DEPTH = 5;
const MAX_MESSAGE = 500;

/** The facts of a failure, whether an error is at hand or only what was written about it. */
export function readFailure(failure: Failure): FailureFacts {
  const { error, stepId, action } = failure;
  const chain = chainOf(error);
  const text =
    failure.message ??
    (error instanceof Error ? error.message : String(error ?? ''));
  const { name, message } = withoutStack(text);
  const answer = chain.find(each => typeof statusOf(each) === 'number');
  const headers = headersOf(answer);
  const { method, url } = (answer?.request ?? {}) as Record<string, unknown>;
  return {
    message: maskText(message).slice(0, MAX_MESSAGE),
    names: [...chain.map(each => String(each.name ?? '')), name].filter(
      Boolean,
    ),
    status: answer ? statusOf(answer) : statusIn(message),
    header: key => headers[key],
    codes: [
      // Octokit's errors, which have a status, warn whoever reads their code.
      ...chain
        .filter(each => statusOf(each) === undefined)
        .map(each => each.code)
        .filter(isText),
      ...(message.match(/\bE[A-Z]{4,}\b(?=[ :,]|$)/g) ?? []),
    ],
    ...(isText(url) && {
      request: maskText(
        `${isText(method) ? `${method} ` : ''}${url.split('?')[0]}`,
      ),
    }),
    stepId,
    action,
  };
}

type Thrown = Record<string, unknown>;

/** The error and what caused it, the outermost first. */
function chainOf(error: unknown): Thrown[] {
  const chain: Thrown[] = [];
  let current = error;
  while (
    typeof current === 'object' &&
    current !== null &&
    chain.length < MAX_DEPTH
  ) {
    chain.push(current as Thrown);
    const { cause, errors } = current as Thrown;
    current = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return chain;
}

function statusOf(error: Thrown): number | undefined {
  const { status, statusCode } = error;
  if (typeof status === 'number') return status;
  return typeof statusCode === 'number' ? statusCode : undefined;
}

function headersOf(error: Thrown | undefined): Record<string, string> {
  const response = error?.response as Thrown | undefined;
  const headers = response?.headers;
  if (headers instanceof Headers) return Object.fromEntries(headers);
  return Object.fromEntries(
    Object.entries((headers ?? {}) as Thrown).map(([key, value]) => [
      key.toLowerCase(),
      String(value),
    ]),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Stock writes the stack of an error into the log of its step; what a person needs of it ends before the first frame. */
function withoutStack(text: string) {
  const end = text.search(/\n\s+at [^\n]*/);
  const head = (end === -1 ? text : text.slice(0, end)).trim();
  const named = /^(?:Uncaught )?([A-Z]\w*(?:Error|Exception)|Error): /.exec(
    head,
  );
  return {
    name: named?.[1] ?? '',
    message: named ? head.slice(named[0].length) : head,
  };
}

function statusIn(message: string): number | undefined {
  const found =
    /(?:failed with|HTTP Error:|status(?: code)?:?|responded with) (\d{3})\b/i.exec(
      message,
    );
  return found ? Number(found[1]) : undefined;
}
