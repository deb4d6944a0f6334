import { useRouteRefParams } from '@backstage/core-plugin-api';
import {
  entityRouteRef,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import type { EntityHeaderLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import { Button } from 'react-aria-components';
import { Link } from 'react-router-dom';
import styles from './EntityHeader.module.css';

/** The entity's tabs; a group of them opens as a menu. */
export function EntityTabs(props: EntityHeaderLayoutProps) {
  const { tabs, activeTabId } = props;
  const base = useEntityRefLink()(useRouteRefParams(entityRouteRef));
  const path = (href: string) => (href ? `${base}/${href}` : base);
  return (
    <nav className={styles.tabs} aria-label="Entity">
      {tabs.map(tab => {
        if (!('items' in tab)) {
          return (
            <Link
              key={tab.id}
              className={styles.tab}
              to={path(tab.href)}
              aria-current={tab.id === activeTabId ? 'page' : undefined}
            >
              {tab.label}
            </Link>
          );
        }
        const current = tab.items.find(({ id }) => id === activeTabId);
        return (
          <MenuTrigger key={tab.id}>
            <Button className={styles.tab} data-current={Boolean(current)}>
              {current?.label ?? tab.label}
              <RiArrowDownSLine size={16} aria-hidden="true" />
            </Button>
            <Menu>
              {tab.items.map(item => (
                <MenuItem key={item.id} href={path(item.href)}>
                  {item.label}
                </MenuItem>
              ))}
            </Menu>
          </MenuTrigger>
        );
      })}
    </nav>
  );
}
