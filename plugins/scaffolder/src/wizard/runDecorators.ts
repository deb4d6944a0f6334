import { z } from 'zod/v3';
import type { ApiHolder, AnyApiRef } from '@backstage/frontend-plugin-api';
import type { JsonObject, JsonValue } from '@backstage/types';
import { InputError } from '@backstage/errors';
import type { ScaffolderFormDecorator } from '@backstage/plugin-scaffolder-react/alpha';

interface FormValues {
  formState: Record<string, JsonValue>;
  secrets: Record<string, string>;
}

/** What a decorator holds; its type does not say so. */
interface DecoratorParts {
  id: string;
  schema?: { input?: Record<string, (zod: typeof z) => z.ZodType> };
  deps?: Record<string, AnyApiRef>;
  decorator(
    context: {
      input: JsonObject;
      formState: Record<string, JsonValue>;
      setFormState(
        change: (now: FormValues['formState']) => FormValues['formState'],
      ): void;
      setSecrets(
        change: (now: FormValues['secrets']) => FormValues['secrets'],
      ): void;
    },
    deps: Record<string, unknown>,
  ): Promise<void>;
}

/**
 * The values and secrets of a form after the decorators that its template names, all at once as in stock. One that is not there, or not
 * as its template uses it, is told to `onProblem`, and the run goes on without it.
 */
export async function runDecorators(
  options: FormValues & {
    asked: ReadonlyArray<{ id: string; input?: JsonObject }>;
    decorators: readonly ScaffolderFormDecorator[];
    apis: ApiHolder;
    onProblem(error: Error): void;
  },
): Promise<FormValues> {
  const { asked, apis, onProblem } = options;
  const known = options.decorators as unknown as readonly DecoratorParts[];
  let { formState, secrets } = options;
  await Promise.all(
    asked.map(async ({ id, input = {} }) => {
      const found = known.find(decorator => decorator.id === id);
      if (!found) {
        onProblem(new InputError(`The portal has no form decorator ${id}.`));
        return;
      }
      try {
        await found.decorator(
          {
            input: readInput({ decorator: found, input }),
            formState,
            setFormState: change => {
              formState = { ...change(formState) };
            },
            setSecrets: change => {
              secrets = { ...change(secrets) };
            },
          },
          readDeps({ decorator: found, apis }),
        );
      } catch (error) {
        // A decorator may fetch a token; without it the run would fail later, and less clearly.
        if (!(error instanceof InputError)) throw error;
        onProblem(error);
      }
    }),
  );
  return { formState, secrets };
}

function readInput(options: {
  decorator: DecoratorParts;
  input: JsonObject;
}): JsonObject {
  const { decorator, input } = options;
  if (!decorator.schema?.input) return input;
  const shape = Object.fromEntries(
    Object.entries(decorator.schema.input).map(([key, build]) => [
      key,
      build(z),
    ]),
  );
  const parsed = z.object(shape).safeParse(input);
  if (parsed.success) return parsed.data as JsonObject;
  throw new InputError(
    `The template gives the form decorator ${decorator.id} what it does not take: ${parsed.error.message}`,
  );
}

function readDeps(options: { decorator: DecoratorParts; apis: ApiHolder }) {
  const { decorator, apis } = options;
  return Object.fromEntries(
    Object.entries(decorator.deps ?? {}).map(([key, ref]) => {
      const api = apis.get(ref);
      if (!api)
        throw new InputError(
          `The form decorator ${decorator.id} needs ${ref.id}, which the portal does not have.`,
        );
      return [key, api];
    }),
  );
}
