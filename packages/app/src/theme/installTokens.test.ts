import { installTokens } from './installTokens';

const install = (storedMode: string | null, systemIsDark: boolean) => {
  const page = document.implementation.createHTMLDocument();
  installTokens({ document: page, storedMode, systemIsDark });
  return page;
};

describe('installTokens', () => {
  it.each([
    [null, false, 'light'],
    [null, true, 'dark'],
    ['light', true, 'light'],
    ['dark', false, 'dark'],
    ['solarized', true, 'dark'],
  ])('stored %s, dark system %s: %s', (stored, systemIsDark, expected) => {
    expect(install(stored, systemIsDark).body.dataset.themeMode).toBe(expected);
  });

  it('installs the variables once', () => {
    const page = install(null, false);
    installTokens({ document: page, storedMode: null, systemIsDark: false });
    expect(page.querySelectorAll('#callboard-tokens')).toHaveLength(1);
  });
});
