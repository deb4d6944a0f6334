import type { KeyRequest } from '@callboard/plugin-access-common';

/** What has been filled in so far. */
export interface KeyDraft {
  name: string;
  owner: string;
  opens: 'plugins' | 'everything';
  plugins: string[];
  /** With commas or spaces between them. */
  permissions: string;
  readOnly: boolean;
  expiresInDays: number;
}

/** The least that is of use, so that more is a choice. */
export const NEW_KEY: KeyDraft = {
  name: '',
  owner: '',
  opens: 'plugins',
  plugins: [],
  permissions: '',
  readOnly: true,
  expiresInDays: 90,
};

/** Whether a key can be made of it. */
export function isComplete(draft: KeyDraft): boolean {
  const { name, opens, plugins } = draft;
  return name.trim() !== '' && (opens === 'everything' || plugins.length > 0);
}

/** What the portal is asked for. */
export function toRequest(draft: KeyDraft): KeyRequest {
  const { name, owner, opens, plugins, readOnly, expiresInDays } = draft;
  const permissions = draft.permissions.split(/[\s,]+/).filter(Boolean);
  return {
    name: name.trim(),
    ...(owner.trim() && { owner: owner.trim() }),
    scopes: {
      ...(opens === 'plugins' && {
        plugins,
        ...(permissions.length > 0 && { permissions }),
      }),
      readOnly,
    },
    expiresInHours: expiresInDays * 24,
  };
}
