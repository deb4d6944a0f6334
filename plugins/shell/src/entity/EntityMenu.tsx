import type { Entity } from '@backstage/catalog-model';
import {
  type AppNode,
  appTreeApiRef,
  ExtensionBoundary,
  useApi,
} from '@backstage/frontend-plugin-api';
import {
  EntityContextMenuItemBlueprint,
  type EntityContextMenuItemData,
} from '@backstage/plugin-catalog-react/alpha';
import { Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import styles from './EntityHeader.module.css';

/** What can be done with the entity: every context menu item that a plugin attached to the entity page. */
export function EntityMenu(props: { entity: Entity }) {
  const { entity } = props;
  const appTree = useApi(appTreeApiRef);
  // A header layout is not handed the items, so they are taken from where plugins attached them.
  const items = useMemo(() => {
    const page = appTree.getTree().tree.nodes.get('page:catalog/entity');
    const nodes = page?.edges.attachments.get('contextMenuItems') ?? [];
    return nodes.flatMap(node => {
      const { data, filterFunction } = EntityContextMenuItemBlueprint.dataRefs;
      const item = node.instance?.getData(data);
      const applies = node.instance?.getData(filterFunction)?.(entity) ?? true;
      return item && applies ? [{ node, item }] : [];
    });
  }, [appTree, entity]);

  if (!items.length) return null;
  return (
    <MenuTrigger>
      <Button className={styles.icon} aria-label="More">
        <RiMore2Line size={18} />
      </Button>
      <Menu placement="bottom end">
        {items.map(({ node, item }) => (
          <EntityMenuItem key={node.spec.id} node={node} item={item} />
        ))}
      </Menu>
    </MenuTrigger>
  );
}

function EntityMenuItem(props: {
  node: AppNode;
  item: EntityContextMenuItemData;
}) {
  return (
    <ExtensionBoundary node={props.node} errorPresentation="error-api">
      <EntityMenuItemContent item={props.item} />
    </ExtensionBoundary>
  );
}

function EntityMenuItemContent(props: { item: EntityContextMenuItemData }) {
  const { icon, useProps } = props.item;
  const { title, disabled, onClick, ...rest } = useProps();
  return (
    <MenuItem
      iconStart={icon}
      isDisabled={disabled}
      href={'href' in rest ? rest.href : undefined}
      // An item reports its own failure; the menu has nothing to add.
      onAction={() => void Promise.resolve(onClick?.()).catch(() => {})}
    >
      {title}
    </MenuItem>
  );
}
