import {
  createServiceFactory,
  type ServiceFactory,
  type ServiceRef,
} from '@backstage/backend-plugin-api';

type Deps = Record<string, ServiceRef<any, any, any>>;
type Instances<D extends Deps> = {
  [K in keyof D]: D[K] extends ServiceRef<infer T, any, infer M>
    ? M extends 'multiton'
      ? T[]
      : T
    : never;
};

/** What `createServiceFactory` of Backstage 1.55 makes, and the backend runs. The public type shows nothing of it but `service`. */
interface InternalFactory {
  version: 'v1';
  service: ServiceRef<any, any, any>;
  deps: Record<string, ServiceRef<any, any, any>>;
  createRootContext?(deps: object): Promise<unknown>;
  factory(deps: object, context: unknown): Promise<unknown>;
}

const OWN = 'callboard:';

/**
 * A factory that makes a service of a plugin as `factory` does, and then wraps it.
 *
 * Backstage has no way to decorate a service: a second factory replaces the first, and stock's auth and user info can be made by nothing but
 * their factories. So this reads what a factory needs and calls it, which is internal to Backstage. All of that is in this file, and its test
 * fails where an upgrade changes it. Throws an `Error` at once for a factory that does not look as expected, rather than
 * serve requests without the wrapper.
 */
export function decorateFactory<T extends object, D extends Deps>(options: {
  factory: ServiceFactory<T, 'plugin', 'singleton'>;
  /** What the wrapper needs besides. */
  deps: D;
  decorate(service: T, deps: Instances<D>): T | Promise<T>;
}): ServiceFactory<T, 'plugin', 'singleton'> {
  const { deps, decorate } = options;
  const inner = internalOf(options.factory);
  const own = Object.fromEntries(
    Object.entries(deps).map(([name, ref]) => [`${OWN}${name}`, ref]),
  );
  const run = async (
    given: Record<string, unknown>,
    context?: unknown,
  ): Promise<T> => {
    const service = (await inner.factory(given, context)) as T;
    return decorate(
      service,
      Object.fromEntries(
        Object.keys(deps).map(name => [name, given[`${OWN}${name}`]]),
      ) as Instances<D>,
    );
  };
  return createServiceFactory({
    service: inner.service as ServiceRef<T, 'plugin', 'singleton'>,
    deps: { ...inner.deps, ...own } as Record<
      string,
      ServiceRef<unknown, 'plugin' | 'root', any>
    >,
    ...(inner.createRootContext && {
      createRootContext: (given: object) => inner.createRootContext!(given),
    }),
    factory: run as never,
  } as never) as unknown as ServiceFactory<T, 'plugin', 'singleton'>;
}

function internalOf(factory: ServiceFactory<any, any, any>): InternalFactory {
  const found = factory as unknown as Partial<InternalFactory>;
  if (
    found.version !== 'v1' ||
    typeof found.factory !== 'function' ||
    typeof found.deps !== 'object' ||
    found.service?.scope !== 'plugin' ||
    found.service?.multiton
  ) {
    throw new Error(
      `The factory of ${
        found.service?.id ?? 'a service'
      } is not what Backstage 1.55 makes, so it cannot be wrapped`,
    );
  }
  return found as InternalFactory;
}
