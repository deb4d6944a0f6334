import { ConfigReader } from '@backstage/config';
import { readEngine } from './readEngine';

const read = (engine?: string) =>
  readEngine({
    config: new ConfigReader({ techdocs: { generator: { engine } } }),
  });

describe('readEngine', () => {
  it('takes Markdown unless MkDocs is asked for', () => {
    expect(read()).toBe('markdown');
    expect(read('markdown')).toBe('markdown');
    expect(read('mkdocs')).toBe('mkdocs');
  });

  it('refuses anything else by name', () => {
    expect(() => read('sphinx')).toThrow(/'sphinx'.*'markdown'.*'mkdocs'/);
  });
});
