import { knownRepository } from '../catalog/__testUtils__/knownRepository';
import { inferDocs } from './inferDocs';

describe('inferDocs', () => {
  const tree = 'url:https://github.com/acme/shop/tree/main/';
  const wiki = 'url:https://github.com/acme/shop/wiki';
  const none = { hasDocs: false, hasMkdocs: false };

  it.each([
    ['docs', { hints: { ...none, hasDocs: true }, hasWiki: true }, true, tree],
    ['mkdocs.yml', { hints: { ...none, hasMkdocs: true } }, false, tree],
    ['a wiki', { hints: none, hasWiki: true }, true, wiki],
    ['a wiki that is not wished', { hasWiki: true }, false, undefined],
    ['nothing', { hints: none, hasWiki: false }, true, undefined],
    ['nothing that was asked', { hints: undefined }, true, undefined],
    [
      'no branch',
      { hints: { ...none, hasDocs: true }, defaultBranch: undefined },
      false,
      undefined,
    ],
  ])('takes %s', (_, more, wikis, expected) => {
    expect(inferDocs({ repository: knownRepository(more), wikis })).toBe(
      expected,
    );
  });

  const readme = { ...none, readme: 'README.md' };
  const readmeUrl = 'url:https://github.com/acme/shop/blob/main/README.md';
  it.each([
    ['a README', { hints: readme }, readmeUrl],
    ['docs before it', { hints: { ...readme, hasDocs: true } }, tree],
    ['a wiki before it', { hints: readme, hasWiki: true }, wiki],
    [
      'no README that is not there',
      { hints: { ...none, readme: null } },
      undefined,
    ],
    ['no README that was not asked for', { hints: none }, undefined],
  ])('takes %s, where READMEs are wished', (_, more, expected) => {
    const repository = knownRepository(more);
    expect(inferDocs({ repository, wikis: true, readmes: true })).toBe(
      expected,
    );
  });
});
