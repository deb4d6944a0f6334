import { ConfigReader } from '@backstage/config';
import { readBranding } from './readBranding';

/* eslint-disable no-script-url */

const read = (branding: unknown, app = {}) =>
  readBranding(new ConfigReader({ app: { ...app, branding } as any }));

describe('readBranding', () => {
  it('is the portal’s own where nothing is configured', () => {
    expect(readBranding(new ConfigReader({}))).toEqual({
      name: 'Callboard',
      logo: {},
      accent: {},
      links: [],
      support: undefined,
      banner: undefined,
    });
  });

  it('takes the name from app.title', () => {
    expect(read({}, { title: 'Copperbell' }).name).toBe('Copperbell');
  });

  it('takes colours that can be seen', () => {
    expect(read({ accent: { light: '#0a6', dark: '#33CC99' } }).accent).toEqual(
      { light: '#0a6', dark: '#33CC99' },
    );
  });

  it.each(['green', '#12', '#12345g', 'red;}body{display:none', 7, null])(
    'ignores %p as a colour',
    value => {
      expect(read({ accent: { dark: value } }).accent.dark).toBeUndefined();
    },
  );

  it('ignores a colour that nobody could see on its surface', () => {
    expect(
      read({ accent: { light: '#ffee99', dark: '#222222' } }).accent,
    ).toEqual({ light: undefined, dark: undefined });
  });

  it('takes logos from the portal itself only', () => {
    const full = (value: string) => read({ logo: { full: value } }).logo.full;
    expect(full('/logo.svg')).toBe('/logo.svg');
    expect(full('data:image/png;base64,AAAA')).toMatch(/^data:/);
    expect(full('https://cdn.example/logo.svg')).toBeUndefined();
    expect(full('//cdn.example/logo.svg')).toBeUndefined();
    expect(full('javascript:alert(1)')).toBeUndefined();
  });

  it('takes links that lead somewhere', () => {
    const good = [
      { title: 'Status', url: 'https://status.example' },
      { title: 'Handbook', url: '/docs/default/component/handbook' },
    ];
    const bad = [
      { title: 'Script', url: 'javascript:alert(1)' },
      { title: 'None' },
      'text',
    ];
    expect(read({ links: [...good, ...bad] }).links).toEqual(good);
  });

  it('has a support contact only where one can be reached', () => {
    expect(read({ support: { name: 'Platform' } }).support).toBeUndefined();
    expect(read({ support: { email: 'help@example.com' } }).support).toEqual({
      name: 'Support',
      url: undefined,
      email: 'help@example.com',
    });
  });

  it('shows a banner as information unless told otherwise', () => {
    expect(read({ banner: { text: 'Upgrade at noon' } }).banner).toEqual({
      text: 'Upgrade at noon',
      severity: 'info',
      link: undefined,
    });
    expect(
      read({ banner: { text: 'Down', severity: 'danger' } }).banner?.severity,
    ).toBe('danger');
    expect(
      read({ banner: { text: 'Down', severity: 'loud' } }).banner?.severity,
    ).toBe('info');
    expect(read({ banner: {} }).banner).toBeUndefined();
  });
});
