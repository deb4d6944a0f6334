import type { UnifiedThemeOptions } from '@backstage/theme';
import { actionOverrides } from './overrides/actionOverrides';
import { backstageHeaderOverrides } from './overrides/backstageHeaderOverrides';
import { backstageOverrides } from './overrides/backstageOverrides';
import { feedbackOverrides } from './overrides/feedbackOverrides';
import { inputOverrides } from './overrides/inputOverrides';
import type { OverrideStyles } from './overrides/OverrideStyles';
import { surfaceOverrides } from './overrides/surfaceOverrides';
import { tableOverrides } from './overrides/tableOverrides';
import { radius, type ColourTokens } from './tokens';

/**
 * What stock and community pages draw with Material UI, brought to the portal's look: flat panels with one border, no
 * shadow but on overlays, one line of header, dense tables. Names beginning with `Backstage` are those of
 * `@backstage/core-components`.
 */
export function componentOverrides(
  c: ColourTokens,
): NonNullable<UnifiedThemeOptions['components']> {
  const accent = 'var(--callboard-accent)';
  const line = `1px solid ${c.border}`;
  const styles: OverrideStyles = {
    c,
    accent,
    line,
    overlay: {
      border: line,
      borderRadius: radius.panel,
      boxShadow: c.shadow,
      backgroundColor: c.raised,
      backgroundImage: 'none',
    },
    focusRing: { outline: `2px solid ${accent}`, outlineOffset: 1 },
    truncated: {
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
  };
  const overrides = {
    ...surfaceOverrides(styles),
    ...actionOverrides(styles),
    ...tableOverrides(styles),
    ...inputOverrides(styles),
    ...feedbackOverrides(styles),
    ...backstageHeaderOverrides(styles),
    ...backstageOverrides(styles),
  };
  return overrides as NonNullable<UnifiedThemeOptions['components']>;
}
