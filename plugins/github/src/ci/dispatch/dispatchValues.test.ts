import type { DispatchInput } from '@callboard/plugin-github-common';
import { firstValues, sentValues, wrongValues } from './dispatchValues';

const inputs: DispatchInput[] = [
  { name: 'version', type: 'string', required: true },
  { name: 'dry', type: 'boolean', required: false },
  {
    name: 'level',
    type: 'choice',
    required: false,
    options: ['info', 'debug'],
  },
  { name: 'count', type: 'number', required: false, default: '3' },
  { name: 'where', type: 'environment', required: false, options: ['prod'] },
];

describe('dispatch values', () => {
  it('begin with what the workflow says', () => {
    expect(firstValues(inputs)).toEqual({
      version: '',
      dry: 'false',
      level: 'info',
      count: '3',
      where: '',
    });
  });

  it('are checked by their type', () => {
    const wrong = (values: Record<string, string>) =>
      wrongValues({ inputs, values });
    expect(wrong({ version: '1', count: '1e3', level: 'debug' })).toEqual({});
    expect(wrong({ version: '', count: 'three', level: 'trace' })).toEqual({
      version: 'The workflow needs this.',
      count: 'This is not a number.',
      level: 'Choose one of the list.',
    });
    expect(wrong({ version: 'x'.repeat(70_000) }).version).toContain(
      '65,535 characters',
    );
  });

  it('are sent as far as the workflow knows them', () => {
    expect(
      sentValues({
        inputs,
        values: { version: '1', dry: 'false', where: '', other: 'x' },
      }),
    ).toEqual({ version: '1', dry: 'false' });
  });
});
