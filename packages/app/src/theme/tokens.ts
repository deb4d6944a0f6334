/**
 * Every colour, size and distance of the portal. The variables of Backstage UI, the Material UI themes of stock pages
 * and the global stylesheet are all derived from this file.
 */
export interface ColourTokens {
  /** Twelve steps from paper to ink (light) or from the lowest surface to the brightest text (dark). */
  grey: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  /** Behind everything. */
  ground: string;
  /** The rail, and what lies below a panel. */
  sunken: string;
  /** Cards, tables, fields. */
  panel: string;
  /** Menus, dialogs, and what lies on a panel. */
  raised: string;
  hover: string;
  pressed: string;
  /** Lines between things. */
  border: string;
  /** The edge of a control; at least 3 to 1 on every surface. */
  controlBorder: string;
  text: string;
  textSecondary: string;
  textDisabled: string;
  /** The mark, the active item, focus. */
  accent: string;
  /** Text on the accent. */
  onAccent: string;
  /** The primary button. */
  action: string;
  actionHover: string;
  onAction: string;
  link: string;
  linkHover: string;
  status: Record<StatusName, StatusColours>;
  /** Behind text that a search found. */
  highlight: string;
  overlay: string;
  shadow: string;
}

export type StatusName = 'ok' | 'running' | 'warning' | 'failing' | 'unknown';

export interface StatusColours {
  /** Text and icons, on the ground, a panel or `subdued`. */
  text: string;
  /** Behind a whole message. */
  subdued: string;
  border: string;
}

export const light: ColourTokens = {
  grey: [
    '#ffffff',
    '#fbfaf8',
    '#f5f4f1',
    '#eeede9',
    '#e4e2dc',
    '#d5d2ca',
    '#b6b3a9',
    '#8b887f',
    '#66635b',
    '#56534c',
    '#38362f',
    '#1d1c18',
  ],
  ground: '#fbfaf8',
  sunken: '#f5f4f1',
  panel: '#ffffff',
  raised: '#ffffff',
  hover: '#f5f4f1',
  pressed: '#eeede9',
  border: '#e4e2dc',
  controlBorder: '#8b887f',
  text: '#1d1c18',
  textSecondary: '#5e5b54',
  textDisabled: '#8b887f',
  accent: '#c27803',
  onAccent: '#1d1c18',
  action: '#1d1c18',
  actionHover: '#38362f',
  onAction: '#ffffff',
  link: '#1d5bb8',
  linkHover: '#15468f',
  status: {
    ok: { text: '#17703f', subdued: '#e4f4ea', border: '#9dd4b4' },
    running: { text: '#1d5bb8', subdued: '#e7effb', border: '#a6c4ef' },
    warning: { text: '#855000', subdued: '#fcf1d9', border: '#e6c27a' },
    failing: { text: '#b42a23', subdued: '#fce9e7', border: '#eeb0ab' },
    unknown: { text: '#5e5b54', subdued: '#eeede9', border: '#d5d2ca' },
  },
  highlight: '#fdeec4',
  overlay: 'rgb(29 28 24 / 0.32)',
  shadow: '0 8px 28px rgb(29 28 24 / 0.14), 0 1px 4px rgb(29 28 24 / 0.08)',
};

export const dark: ColourTokens = {
  grey: [
    '#111110',
    '#171716',
    '#1e1e1c',
    '#262624',
    '#30302d',
    '#3e3d3a',
    '#56544f',
    '#7d7a72',
    '#9f9c94',
    '#b5b2a9',
    '#d6d3cb',
    '#edebe6',
  ],
  ground: '#171716',
  sunken: '#111110',
  panel: '#1e1e1c',
  raised: '#262624',
  hover: '#262624',
  pressed: '#30302d',
  border: '#30302d',
  controlBorder: '#7d7a72',
  text: '#edebe6',
  textSecondary: '#adaaa1',
  textDisabled: '#7d7a72',
  accent: '#f2a93b',
  onAccent: '#1d1c18',
  action: '#edebe6',
  actionHover: '#d6d3cb',
  onAction: '#1d1c18',
  link: '#85b4f2',
  linkHover: '#abcbf7',
  status: {
    ok: { text: '#6cc995', subdued: '#17291f', border: '#2d5540' },
    running: { text: '#85b4f2', subdued: '#18243a', border: '#314a72' },
    warning: { text: '#eab55c', subdued: '#2d2412', border: '#5e4a1e' },
    failing: { text: '#f2948c', subdued: '#351c1a', border: '#6d3531' },
    unknown: { text: '#adaaa1', subdued: '#262624', border: '#3e3d3a' },
  },
  highlight: '#4a3a14',
  overlay: 'rgb(0 0 0 / 0.56)',
  shadow: '0 8px 28px rgb(0 0 0 / 0.48), 0 0 0 1px rgb(237 235 230 / 0.06)',
};

export const type = {
  text: "'Inter Variable', system-ui, sans-serif",
  code: "'JetBrains Mono Variable', ui-monospace, monospace",
  /** Pixels. */
  size: { tiny: 12, table: 13, text: 14, large: 16, title: 20, display: 28 },
  weight: { regular: 400, medium: 500, strong: 600 },
  lineHeight: 20 / 14,
} as const;

/** Pixels, on a grid of four. */
export const space = [0, 4, 8, 12, 16, 24, 32] as const;

/** Pixels. */
export const radius = { control: 6, panel: 8, full: 9999 } as const;

/** Pixels. */
export const size = { row: 36, topBar: 48, control: 32 } as const;

export const motion = { appear: '120ms ease-out' } as const;

export const modes = { light, dark } as const;
export type Mode = keyof typeof modes;
