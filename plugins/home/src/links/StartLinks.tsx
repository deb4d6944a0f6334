import type { ReactNode } from 'react';
import { Link, Text } from '@backstage/ui';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  RiAddCircleLine,
  RiBookOpenLine,
  RiBracesLine,
  RiExternalLinkLine,
  RiFileAddLine,
  RiLinksLine,
  RiLock2Line,
} from '@remixicon/react';
import { readLinks } from './readLinks';
import { useMayRegister } from './useMayRegister';
import { usePagePath } from './usePagePath';
import styles from './StartLinks.module.css';

interface StartLink {
  title: string;
  description?: string;
  icon: ReactNode;
  /** Without it the person may not go there, and the description says why. */
  href?: string;
}

/** Where to begin: what the portal offers, then what the configuration adds. */
export function StartLinks() {
  const config = useApi(configApiRef);
  const pagePath = usePagePath();
  const mayRegister = useMayRegister();

  const pages: Array<Omit<StartLink, 'href'> & { page: string }> = [
    {
      page: 'page:scaffolder',
      title: 'Create something',
      description: 'From a template, the approved way',
      icon: <RiAddCircleLine size={18} />,
    },
    {
      page: 'page:catalog-import',
      title: 'Register existing',
      description: mayRegister
        ? 'Bring a repository into the catalog'
        : 'You may look, not register',
      icon: mayRegister ? (
        <RiFileAddLine size={18} />
      ) : (
        <RiLock2Line size={18} />
      ),
    },
    {
      page: 'page:techdocs',
      title: 'Read the docs',
      description: 'Written beside the code',
      icon: <RiBookOpenLine size={18} />,
    },
    {
      page: 'page:api-docs',
      title: 'Explore APIs',
      description: 'Definitions, owners, consumers',
      icon: <RiBracesLine size={18} />,
    },
  ];
  const links: StartLink[] = [
    ...pages.flatMap(({ page, ...link }) => {
      const href = pagePath(page);
      if (!href) return [];
      const isLocked = page === 'page:catalog-import' && !mayRegister;
      return [{ ...link, href: isLocked ? undefined : href }];
    }),
    ...readLinks(config).map(({ title, url, description }) => ({
      title,
      description: description ?? hostOf(url),
      href: url,
      icon: url.startsWith('/') ? (
        <RiLinksLine size={18} />
      ) : (
        <RiExternalLinkLine size={18} />
      ),
    })),
  ];
  if (links.length === 0) return null;
  return (
    <nav aria-label="Start from here">
      <ul className={styles.links}>
        {links.map(({ title, description, icon, href }) => (
          <li key={`${title} ${href}`}>
            <Place href={href}>
              <span className={styles.icon} aria-hidden>
                {icon}
              </span>
              <span className={styles.words}>
                <Text variant="body-medium" className={styles.title}>
                  {title}
                </Text>
                <Text
                  variant="body-small"
                  color="secondary"
                  className={styles.description}
                >
                  {description}
                </Text>
              </span>
            </Place>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Place(props: { href?: string; children: ReactNode }) {
  const { href, children } = props;
  if (!href) {
    return (
      <span
        className={styles.place}
        title="Whoever runs this portal can give you the right to"
      >
        {children}
      </span>
    );
  }
  return (
    <Link href={href} className={styles.place} standalone>
      {children}
    </Link>
  );
}

function hostOf(url: string): string | undefined {
  return url.startsWith('http') ? new URL(url).host : undefined;
}
