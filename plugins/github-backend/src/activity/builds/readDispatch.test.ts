import { readDispatch } from './readDispatch';

it('reads the inputs with their types, as GitHub shows them', () => {
  expect(
    readDispatch(`
on:
  push:
  workflow_dispatch:
    inputs:
      level: { type: choice, options: [patch, minor], default: patch, required: true, description: Which }
      dry: { type: boolean, default: false }
      times: { type: number, default: 2 }
      note:
      where: { type: environment }
      odd: { type: unheard-of }
`),
  ).toEqual([
    {
      name: 'level',
      type: 'choice',
      description: 'Which',
      required: true,
      default: 'patch',
      options: ['patch', 'minor'],
    },
    { name: 'dry', type: 'boolean', required: false, default: 'false' },
    { name: 'times', type: 'number', required: false, default: '2' },
    { name: 'note', type: 'string', required: false },
    { name: 'where', type: 'environment', required: false },
    { name: 'odd', type: 'string', required: false },
  ]);
});

it.each([
  ['on: workflow_dispatch', []],
  ['on: [push, workflow_dispatch]', []],
  ['on: { workflow_dispatch: }', []],
  ['"on": { workflow_dispatch: { inputs: [] } }', []],
  ['on: push', undefined],
  ['on: { push: }', undefined],
  ['- a list', undefined],
  ['a: [', undefined],
  ['', undefined],
])('of %j', (text, expected) => {
  expect(readDispatch(text)).toEqual(expected);
});
