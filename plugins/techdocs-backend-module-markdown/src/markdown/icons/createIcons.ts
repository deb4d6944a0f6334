import { IconSet } from './IconSet';
import { IconSetName, loadIconSet } from './loadIconSet';

const NAME = /^(material|octicons)-(.+)$/;
const DEFAULT_SIZE = 16;

/** Finds icons by the shortcodes of Material for MkDocs; reads a collection when one of its icons is first asked for. */
export function createIcons() {
  const sets = new Map<IconSetName, IconSet>();

  /** @returns the icon as SVG, or undefined when there is none of that name. */
  return (shortcode: string): string | undefined => {
    const [, set, name] = NAME.exec(shortcode) ?? [];
    if (!set) {
      return undefined;
    }
    const key = set as IconSetName;
    const icons = sets.get(key) ?? loadIconSet(key);
    sets.set(key, icons);
    const own = Object.hasOwn(icons.icons, name)
      ? name
      : icons.aliases?.[name]?.parent;
    const icon = own && icons.icons[own];
    if (!icon) {
      return undefined;
    }
    const width = icon.width ?? icons.width ?? DEFAULT_SIZE;
    const height = icon.height ?? icons.height ?? DEFAULT_SIZE;
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${icon.body}</svg>`;
  };
}
