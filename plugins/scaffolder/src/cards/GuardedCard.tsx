import { Suspense, type ComponentType } from 'react';
import { Card, CardBody, Skeleton } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { TemplateCard } from '@backstage/plugin-scaffolder-react/alpha';
import { Guarded } from '../parts/Guarded';

type CardProps = Parameters<typeof TemplateCard>[0];

/**
 * What stock draws a template with. The reference holds it, and its type does not say so; a test fails when that changes.
 */
const StockCard = (
  TemplateCard.ref as unknown as { defaultComponent: ComponentType<CardProps> }
).defaultComponent;

/** Stock's card of a template; one that cannot be drawn says so in its place, and the others stay. */
export function GuardedCard(props: CardProps) {
  const { namespace = 'default', name } = props.template.metadata;
  const form = useRouteRef(scaffolderPlugin.routes.selectedTemplate)?.({
    namespace,
    templateName: name,
  });
  return (
    <Guarded
      what={`The card of the template ${namespace}/${name}`}
      back={form ? { href: form, title: 'Open its form' } : undefined}
    >
      <Suspense
        fallback={
          <Card>
            <CardBody>
              <Skeleton width="60%" height={16} />
            </CardBody>
          </Card>
        }
      >
        <StockCard {...props} />
      </Suspense>
    </Guarded>
  );
}
