/** What an operator may change about the portal's face, read from `app.title` and `app.branding`. */
export interface Branding {
  name: string;
  logo: {
    full?: string;
    fullDark?: string;
    icon?: string;
    iconDark?: string;
  };
  /** Hexadecimal; absent where the portal's own accent holds. */
  accent: { light?: string; dark?: string };
  links: BrandLink[];
  support?: { name: string; url?: string; email?: string };
  banner?: {
    text: string;
    severity: 'info' | 'warning' | 'danger';
    link?: BrandLink;
  };
}

export interface BrandLink {
  title: string;
  url: string;
}
