import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useRouteRefParams } from '@backstage/core-plugin-api';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import techdocs from '@backstage/plugin-techdocs/alpha';
import type { ReactNode } from 'react';
import { WithProgress } from './WithProgress';

const DOCS = 'backstage.io/techdocs-ref';
/** Docs that are those of another entity. */
const DOCS_OF = 'backstage.io/techdocs-entity';

/** Whether an entity has docs. Stock shows a tab for docs on every entity. */
const hasDocs = (entity: Entity) =>
  [DOCS, DOCS_OF].some(name => entity.metadata.annotations?.[name]);

/** The page of docs alone. */
export const docsReaderPage = techdocs
  .getExtension('page:techdocs/reader')
  .override({
    factory(originalFactory) {
      const original = originalFactory();
      return [
        ...original,
        coreExtensionData.reactElement(
          <OfRoute>{original.get(coreExtensionData.reactElement)}</OfRoute>,
        ),
      ];
    },
  });

/** The docs on the page of an entity. */
export const docsEntityContent = techdocs
  .getExtension('entity-content:techdocs')
  .override({
    factory(originalFactory) {
      const original = originalFactory({
        params: { title: 'Docs', filter: hasDocs },
      });
      return [
        ...original,
        coreExtensionData.reactElement(
          <OfEntity>{original.get(coreExtensionData.reactElement)}</OfEntity>,
        ),
      ];
    },
  });

function OfRoute(props: { children: ReactNode }) {
  const params = useRouteRefParams(techdocs.routes.docRoot);
  return (
    <WithProgress entityRef={stringifyEntityRef(params)}>
      {props.children}
    </WithProgress>
  );
}

function OfEntity(props: { children: ReactNode }) {
  const { entity } = useEntity();
  return (
    <WithProgress entityRef={docsRefOf(entity)}>{props.children}</WithProgress>
  );
}

function docsRefOf(entity: Entity): string {
  const own = stringifyEntityRef(entity);
  const other = entity.metadata.annotations?.[DOCS_OF];
  try {
    return other ? stringifyEntityRef(parseEntityRef(other)) : own;
  } catch {
    // The reader shows the entity's own then.
    return own;
  }
}
