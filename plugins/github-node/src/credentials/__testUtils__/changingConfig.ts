import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';

/** A configuration that a test can change while it is used. */
export function changingConfig(data: JsonObject): {
  config: RootConfigService;
  set(data: JsonObject): void;
} {
  let reader = new ConfigReader(data);
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return { unsubscribe: () => listeners.delete(listener) };
  };
  return {
    config: new Proxy({} as RootConfigService, {
      get: (_, name: keyof ConfigReader) =>
        name === ('subscribe' as string)
          ? subscribe
          : (reader[name] as Function).bind(reader),
    }),
    set(changed) {
      reader = new ConfigReader(changed);
      listeners.forEach(listener => listener());
    },
  };
}
