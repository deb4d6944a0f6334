import type { ServiceFactory, ServiceRef } from '@backstage/backend-plugin-api';

/** What `createServiceRef` of Backstage 1.55 makes of `defaultFactory`. The public type does not show it. */
interface InternalRef {
  __defaultFactory?: (
    service: ServiceRef<any, any, any>,
  ) => Promise<ServiceFactory | (() => ServiceFactory)>;
}

/**
 * The factory that a backend takes for a service where nobody has added one, for services whose packages do not export it, so that
 * `decorateFactory` can wrap it. That a reference carries it is internal to Backstage: it is read here only, and the test fails where an upgrade
 * changes it. Rejects with an `Error` for a service without one.
 */
export async function defaultFactoryOf<T>(
  service: ServiceRef<T, 'plugin', 'singleton'>,
): Promise<ServiceFactory<T, 'plugin', 'singleton'>> {
  const make = (service as InternalRef).__defaultFactory;
  if (typeof make !== 'function') {
    throw new Error(
      `Service ${service.id} has no default factory of the kind that Backstage 1.55 keeps, so it cannot be wrapped`,
    );
  }
  const factory = await make(service);
  return (
    typeof factory === 'function' ? factory() : factory
  ) as ServiceFactory<T, 'plugin', 'singleton'>;
}
