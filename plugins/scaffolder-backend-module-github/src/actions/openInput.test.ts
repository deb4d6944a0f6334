import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { validate } from 'jsonschema';
import { openInput } from './openInput';

const create = () => {
  const handler = jest.fn();
  const action = openInput(
    createTemplateAction({
      id: 'test:publish',
      schema: {
        input: {
          repoUrl: z => z.string(),
          topics: z => z.array(z.string()).optional(),
        },
      },
      handler,
    }),
  );
  const warn = jest.fn();
  const run = async (input: object) =>
    action.handler({ input, logger: { warn } } as any);
  return { action, handler, warn, run };
};

const REPO = 'github.com?owner=acme&repo=shop';

it('takes inputs that it does not know, and still checks those that it knows', () => {
  const { action } = create();
  const problems = (input: object) =>
    validate(input, action.schema!.input as any).errors.map(error =>
      error.toString(),
    );
  expect(
    problems({ repoUrl: REPO, allowedHosts: ['github.com'], title: 'x' }),
  ).toEqual([]);
  expect(problems({ repoUrl: REPO, topics: 'docs' })).toEqual([
    'instance.topics is not of a type(s) array',
  ]);
  expect(problems({})).toEqual(['instance requires property "repoUrl"']);
});

it('leaves them out, with one warning that names them', async () => {
  const { handler, warn, run } = create();
  await run({
    repoUrl: REPO,
    title: 'a value',
    name: 'x',
    allowedHosts: ['github.com'],
  });
  expect(handler.mock.calls[0][0].input).toEqual({ repoUrl: REPO });
  expect(warn.mock.calls).toEqual([
    ['test:publish knows no inputs title, name: left out'],
  ]);
});

it('refuses another host than the step allows', async () => {
  const { handler, run } = create();
  await expect(
    run({ repoUrl: REPO, allowedHosts: ['ghe.example', 'git.example'] }),
  ).rejects.toThrow(
    'test:publish may not use github.com here: the step of the template allows ghe.example, git.example',
  );
  expect(handler).not.toHaveBeenCalled();
});

it('takes an empty list, and one that is none, for no rule', async () => {
  const { handler, run } = create();
  await run({ repoUrl: REPO, allowedHosts: [] });
  await run({ repoUrl: REPO, allowedHosts: null });
  expect(handler).toHaveBeenCalledTimes(2);
});
