import {
  RiBookmark3Line,
  RiBox3Line,
  RiBracesLine,
  RiCompass3Line,
  RiDatabase2Line,
  RiMagicLine,
  RiMapPin2Line,
  RiStackLine,
  RiTeamLine,
  RiUser3Line,
  type RemixiconComponentType,
} from '@remixicon/react';

const ICONS: Record<string, RemixiconComponentType> = {
  api: RiBracesLine,
  component: RiBox3Line,
  domain: RiCompass3Line,
  group: RiTeamLine,
  location: RiMapPin2Line,
  resource: RiDatabase2Line,
  system: RiStackLine,
  template: RiMagicLine,
  user: RiUser3Line,
};

/** The kind's sign. It never stands alone: the kind is written beside it, or the name is. */
export function KindIcon(props: { kind: string; size?: number }) {
  const { kind, size = 16 } = props;
  const Icon = ICONS[kind.toLocaleLowerCase('en-US')] ?? RiBookmark3Line;
  return <Icon size={size} aria-hidden />;
}
