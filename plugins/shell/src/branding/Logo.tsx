import type { Branding } from './Branding';
import { Mark } from './Mark';
import styles from './Logo.module.css';

/** The operator's logo where there is one, the portal's mark and name otherwise. */
export function Logo(props: { branding: Branding; iconOnly?: boolean }) {
  const { branding, iconOnly } = props;
  const { full, fullDark, icon, iconDark } = branding.logo;
  const light = iconOnly ? icon : full;
  const dark = (iconOnly ? iconDark : fullDark) ?? light;

  if (light && dark) {
    return (
      <>
        <img
          className={`${styles.image} ${styles.onLight}`}
          src={light}
          alt={branding.name}
        />
        <img
          className={`${styles.image} ${styles.onDark}`}
          src={dark}
          alt={branding.name}
        />
      </>
    );
  }
  return (
    <span className={styles.logo}>
      {icon ? (
        <img className={styles.image} src={icon} alt="" />
      ) : (
        <Mark size={22} />
      )}
      {!iconOnly && <span className={styles.name}>{branding.name}</span>}
    </span>
  );
}
