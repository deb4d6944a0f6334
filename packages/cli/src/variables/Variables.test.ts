import fs from 'node:fs';
import path from 'node:path';
import { createRoot } from '../testing/createRoot';
import { readEnvFile } from './readEnvFile';
import { Variables } from './Variables';

const root = createRoot({
  token: 'from a file\n',
  '.env': 'A=of the file\nB=b\n',
});
const file = path.join(root, 'token');
const envFile = { label: '.env', values: { A: 'of .env', B: 'of .env' } };

describe('where a value comes from', () => {
  it('is the environment, then the file that NAME_FILE names, then the environment file', () => {
    const variables = new Variables({
      env: { A: 'of env', C_FILE: file },
      envFile,
    });
    expect(variables.lookup('A')).toEqual({
      value: 'of env',
      source: 'the environment',
    });
    expect(variables.lookup('B')).toEqual({ value: 'of .env', source: '.env' });
    expect(variables.lookup('C')).toEqual({
      value: 'from a file',
      source: 'the file in C_FILE',
    });
    expect(variables.lookup('D')).toBeUndefined();
  });

  it('is another place while the environment has it empty', () => {
    const variables = new Variables({ env: { A: '', B: ' ', C: '' }, envFile });
    expect(variables.get('A')).toBe('of .env');
    expect(variables.get('B')).toBe('of .env');
    expect(variables.lookup('C')?.value).toBe('');
  });

  it('can be a NAME_FILE of the environment file', () => {
    const values = { C_FILE: file };
    const variables = new Variables({
      env: {},
      envFile: { label: '.env', values },
    });
    expect(variables.get('C')).toBe('from a file');
  });

  it('is told when there are two', () => {
    const variables = new Variables({ env: { A: 'a', A_FILE: file } });
    expect(variables.get('A')).toBe('a');
    expect(variables.warnings).toEqual([
      'A and A_FILE are both set in the environment; A is used.',
    ]);
  });

  it('reads no file that nobody asks for', () => {
    const variables = new Variables({ env: { SSL_CERT_FILE: '/nowhere' } });
    expect(variables.get('PATH')).toBeUndefined();
    expect(variables.problems).toEqual([]);
  });
});

describe('the environment file', () => {
  const read = (text: string, mode = 0o600) => {
    fs.writeFileSync(path.join(root, '.env'), text);
    fs.chmodSync(path.join(root, '.env'), mode);
    return readEnvFile({ root })!;
  };

  it('holds quotes, comments, empty lines and values of several lines', () => {
    const { values, problems } = read(
      '# first\n\nexport A=1\nB="two words" # why\nC=\'$x\'\nKEY="-----BEGIN\nline = 2\nEND-----"\nD=\n',
    );
    expect(problems).toEqual([]);
    expect(values).toEqual({
      A: '1',
      B: 'two words',
      C: '$x',
      KEY: '-----BEGIN\nline = 2\nEND-----',
      D: '',
    });
  });

  it('is refused with the number of each line that is none', () => {
    const { problems } = read('A=1\nA SECRET\nB=2\nanother-one=x\n');
    expect(problems.map(({ where }) => where?.split(':').pop())).toEqual([
      '2',
      '4',
    ]);
    expect(JSON.stringify(problems)).not.toContain('SECRET');
  });

  it('is warned of when others can read it', () => {
    expect(read('A=1', 0o600).warnings).toEqual([]);
    expect(read('A=1', 0o644).warnings).toEqual([
      expect.stringContaining('chmod 600'),
    ]);
  });

  it('is nothing where there is none', () => {
    expect(readEnvFile({ root: createRoot({}) })).toBeUndefined();
  });
});

describe('stored values', () => {
  const stored = { label: 'the data directory', values: { TOKEN: 'stored' } };

  it('count where nobody has set the variable, and say where they lie', () => {
    expect(
      new Variables({ env: { TOKEN: ' ' } }).withStored(stored).lookup('TOKEN'),
    ).toEqual({ value: 'stored', source: 'the data directory' });
    expect(
      new Variables({
        env: {},
        envFile: { label: '.env', values: { TOKEN: 'own' } },
      })
        .withStored(stored)
        .get('TOKEN'),
    ).toBe('own');
  });

  it('survive what the launcher sets, and are not taken for the environment', () => {
    const variables = new Variables({ env: {} }).withStored(stored);
    expect(variables.with({ PORT: '1' }).get('TOKEN')).toBe('stored');
    expect(variables.all()).toEqual({});
  });
});

it('knows the files that it has looked into, also by way of others made from it', () => {
  const variables = new Variables({
    env: { A_FILE: '/no/a', B_FILE: '/no/b' },
  });
  variables.get('A');
  variables.with({}).get('B');
  expect(variables.files).toEqual(['/no/a', '/no/b']);
});
