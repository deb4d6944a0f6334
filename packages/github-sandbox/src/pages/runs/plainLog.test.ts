import { plainLog } from './plainLog';

it('leaves out what is for a page that draws it', () => {
  expect(
    plainLog(
      '##[group]Run x\n\u001b[36;1mnpm ci\u001b[0m\n##[endgroup]\n##[error]No.',
    ),
  ).toBe('Run x\nnpm ci\n\nerror: No.');
});
