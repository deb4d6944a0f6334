import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';

/** A configuration that tells its listeners when a test changes it, as that of the launcher does when a file changes. */
export function changingConfig(initial: JsonObject): {
  config: RootConfigService;
  data(): JsonObject;
  set(data: JsonObject): void;
} {
  let data = initial;
  let reader = new ConfigReader(data);
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return { unsubscribe: () => void listeners.delete(listener) };
  };
  const config = new Proxy({} as RootConfigService, {
    get(_, name: keyof RootConfigService) {
      if (name === 'subscribe') return subscribe;
      const member: unknown = reader[name];
      return typeof member === 'function' ? member.bind(reader) : member;
    },
  });
  return {
    config,
    data: () => data,
    set(changed) {
      data = changed;
      reader = new ConfigReader(data);
      listeners.forEach(listener => listener());
    },
  };
}
