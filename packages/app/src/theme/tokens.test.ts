import { buiVariables, tokenStylesheet } from './cssVariables';
import { createPortalTheme } from './createPortalTheme';
import { modes, type ColourTokens } from './tokens';

function luminance(hex: string) {
  const [r, g, b] = [1, 3, 5].map(start => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045
      ? channel / 12.92
      : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string) {
  const [light, dark] = [luminance(one), luminance(other)].sort(
    (a, b) => b - a,
  );
  return (light + 0.05) / (dark + 0.05);
}

const surfaces: Array<keyof ColourTokens & string> = [
  'ground',
  'sunken',
  'panel',
  'raised',
  'hover',
];

describe.each(Object.entries(modes))('tokens, %s', (_, c) => {
  const colour = (name: string) => c[name as keyof ColourTokens] as string;

  it.each(
    ['text', 'textSecondary', 'link', 'linkHover'].flatMap(text =>
      [...surfaces, 'pressed'].map(surface => [text, surface]),
    ),
  )('%s is readable on %s', (text, surface) => {
    expect(contrast(colour(text), colour(surface))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(c.status))(
    'the status %s is readable',
    (__, status) => {
      for (const surface of [c.ground, c.panel, c.raised, status.subdued]) {
        expect(contrast(status.text, surface)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it.each([
    ['onAction', 'action'],
    ['onAction', 'actionHover'],
    ['onAccent', 'accent'],
    ['text', 'highlight'],
  ])('%s is readable on %s', (text, surface) => {
    expect(contrast(colour(text), colour(surface))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(
    ['accent', 'controlBorder'].flatMap(edge =>
      surfaces.map(surface => [edge, surface]),
    ),
  )('%s can be seen on %s', (edge, surface) => {
    expect(contrast(colour(edge), colour(surface))).toBeGreaterThanOrEqual(3);
  });

  it('gives every Backstage UI variable a value', () => {
    for (const [name, value] of Object.entries(buiVariables(c))) {
      expect([name, value]).toEqual([name, expect.stringMatching(/\S/)]);
    }
  });
});

describe('tokenStylesheet', () => {
  it('carries both modes, dark only where it is asked for', () => {
    const css = tokenStylesheet();
    expect(css).toContain(`--bui-bg-app:${modes.light.ground}`);
    expect(css).toMatch(
      new RegExp(
        `\\[data-theme-mode='dark'\\]\\{[^}]*--bui-bg-app:${modes.dark.ground}`,
      ),
    );
  });
});

describe('createPortalTheme', () => {
  it.each(['light', 'dark'] as const)(
    'draws %s pages with the tokens',
    mode => {
      for (const version of ['v4', 'v5'] as const) {
        const theme = createPortalTheme(mode).getTheme(version) as any;
        expect(theme.palette.background.default).toBe(modes[mode].ground);
        expect(theme.palette.text.primary).toBe(modes[mode].text);
        expect(theme.shadows[2]).toBe('none');
        expect(theme.shadows[16]).toBe(modes[mode].shadow);
      }
    },
  );
});
