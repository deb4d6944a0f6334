import type { StoredVariable } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import { readName } from '../secrets/readName';
import { readVisibility } from '../secrets/readVisibility';
import type { SettingsCall } from '../SettingsCall';
import type { VariableScope } from './VariableScope';
import { requireText } from '../../http/body/requireText';

/** Adds a variable. Throws 409 where there is one of this name. https://docs.github.com/rest/actions/variables#create-a-repository-variable */
export function addVariable(options: {
  call: SettingsCall;
  scope: VariableScope;
}): void {
  const { call, scope } = options;
  const { sandbox, body } = call;
  const name = readName({
    name: requireText({ body, field: 'name' }),
    kind: 'Variable',
  });
  const value = requireText({ body, field: 'value' });
  const variables = scope.read(call);
  assertFree(variables, name);
  const now = sandbox.clock.iso();
  scope.write(call, [
    ...variables,
    {
      name,
      value,
      createdAt: now,
      updatedAt: now,
      ...(scope.on === 'organisation' && readVisibility({ body })),
    },
  ]);
}

/** Changes a variable, its name included. Throws 404 and 409. https://docs.github.com/rest/actions/variables#update-a-repository-variable */
export function changeVariable(options: {
  call: SettingsCall;
  scope: VariableScope;
}): void {
  const { call, scope } = options;
  const { sandbox, body } = call;
  const variable = findVariable(options);
  if (!variable) throw notFound();
  const name =
    body.name === undefined
      ? variable.name
      : readName({ name: body.name, kind: 'Variable' });
  if (name !== variable.name) assertFree(scope.read(call), name);
  if (scope.on === 'organisation') {
    Object.assign(variable, readVisibility({ body, known: variable }));
  }
  variable.name = name;
  if (typeof body.value === 'string') variable.value = body.value;
  variable.updatedAt = sandbox.clock.iso();
}

/** The variable that `{name}` names. */
export function findVariable(options: {
  call: SettingsCall;
  scope: VariableScope;
}): StoredVariable | undefined {
  const { call, scope } = options;
  const name = call.params.name.toUpperCase();
  return scope.read(call).find(variable => variable.name === name);
}

function assertFree(variables: StoredVariable[], name: string) {
  if (variables.some(variable => variable.name === name)) {
    throw new GitHubError({
      status: 409,
      message: 'Already exists - Variable already exists',
    });
  }
}
