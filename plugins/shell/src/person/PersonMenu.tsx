import { parseEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import {
  RiCheckLine,
  RiLogoutBoxRLine,
  RiQuestionLine,
  RiSettings3Line,
  RiUser3Line,
} from '@remixicon/react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Branding } from '../branding/Branding';
import { useProfile } from './useProfile';
import { useThemeChoice } from './useThemeChoice';
import styles from './PersonMenu.module.css';

const ICON = { size: 16 } as const;

/** Who is signed in, their settings and theme, whom to ask for help, and the way out. */
export function PersonMenu(props: { branding: Branding }) {
  const { support } = props.branding;
  const identityApi = useApi(identityApiRef);
  const profile = useProfile();
  const { themes, chosen, choose } = useThemeChoice();
  const [pictureFailed, setPictureFailed] = useState(false);
  const name = profile?.name ?? '';

  const theme = (id: string | undefined, title: string) => (
    <MenuItem
      key={title}
      iconStart={
        chosen === id ? (
          <RiCheckLine {...ICON} className={styles.check} />
        ) : (
          <span className={styles.space} />
        )
      }
      aria-label={chosen === id ? `${title}, chosen` : title}
      onAction={() => choose(id)}
    >
      {title}
    </MenuItem>
  );

  return (
    <MenuTrigger>
      <Button
        className={styles.button}
        aria-label={name ? `Signed in as ${name}` : 'Person menu'}
      >
        {profile?.picture && !pictureFailed ? (
          <img
            src={profile.picture}
            alt=""
            onError={() => setPictureFailed(true)}
          />
        ) : (
          <span aria-hidden="true">{initials(name)}</span>
        )}
      </Button>
      <Menu placement="bottom end">
        <MenuSection title={name || 'You'}>
          <MenuItem
            iconStart={<RiUser3Line {...ICON} />}
            href={profile ? entityPath(profile.userEntityRef) : '/settings'}
          >
            My page
          </MenuItem>
          <MenuItem iconStart={<RiSettings3Line {...ICON} />} href="/settings">
            Settings
          </MenuItem>
        </MenuSection>
        <MenuSection title="Theme">
          {theme(undefined, 'As the system')}
          {themes.map(({ id, title }) => theme(id, title))}
        </MenuSection>
        {support && (
          <MenuSection title="Help">
            <MenuItem
              iconStart={<RiQuestionLine {...ICON} />}
              href={support.url ?? `mailto:${support.email}`}
            >
              {support.name}
            </MenuItem>
          </MenuSection>
        )}
        <MenuSeparator />
        <MenuItem
          iconStart={<RiLogoutBoxRLine {...ICON} />}
          onAction={() => identityApi.signOut()}
        >
          Sign out
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}

function initials(name: string) {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const letters =
    words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map(word => word[0].toUpperCase()).join('');
}

function entityPath(ref: string) {
  const { kind, namespace, name } = parseEntityRef(ref);
  return `/catalog/${namespace}/${kind.toLowerCase()}/${name}`;
}
