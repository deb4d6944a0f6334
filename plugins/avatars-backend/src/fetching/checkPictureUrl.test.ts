import { checkPictureUrl } from './checkPictureUrl';

const check = (url: string, base?: string) => {
  const checked = checkPictureUrl({
    url,
    base: base ? new URL(base) : undefined,
    allowedHosts: new Set(['github.example:8443']),
  });
  return checked.result === 'ok' ? checked.url.href : checked.message;
};

describe('checkPictureUrl', () => {
  it('passes what a browser could load, in its normal form', () => {
    expect(check('https://Pictures.Example/a.png')).toBe(
      'https://pictures.example/a.png',
    );
    expect(check('http://pictures.example:80/a')).toBe(
      'http://pictures.example/a',
    );
    expect(check('https://github.example:8443/a')).toBe(
      'https://github.example:8443/a',
    );
    expect(check('/b.png', 'https://pictures.example/a.png')).toBe(
      'https://pictures.example/b.png',
    );
  });

  it.each([
    ['/a.png', 'not an absolute http or https URL'],
    ['//pictures.example/a.png', 'not an absolute http or https URL'],
    ['https://', 'not an absolute http or https URL'],
    ['file:///etc/passwd', 'the scheme file:'],
    ['ftp://pictures.example/a.png', 'the scheme ftp:'],
    ['\tjava\nscript:alert(1)', 'the scheme javascript:'],
    ['https://allowed@evil/', 'a user name or a password'],
    ['https://github.example:8443@evil/', 'a user name or a password'],
    ['https://pictures.example:25/', 'names the port 25'],
    ['https://github.example.:8443/', 'names the port 8443'],
  ])('refuses %j', (url, message) => {
    expect(check(url)).toContain(message);
  });
});
