import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { SignInResolverFactory } from '@backstage/plugin-auth-node';
import type { NamedResolver } from './NamedResolver';

/**
 * The resolvers of `signIn.resolvers` in their order, or those of `defaults` where the key is absent. An empty list is kept empty: such a
 * provider gives tokens and signs nobody in, as in stock. Throws `InputError` for a resolver that there is not.
 */
export function readResolvers<TProfile>(options: {
  config: Config;
  provider: string;
  factories: Record<string, SignInResolverFactory<any, any>>;
  defaults: string[];
}): NamedResolver<TProfile>[] {
  const { config, provider, factories, defaults } = options;
  const configured = config.getOptionalConfigArray('signIn.resolvers');
  const entries: { resolver: string; [option: string]: unknown }[] =
    configured?.map(entry => entry.get()) ??
    defaults.map(resolver => ({ resolver }));
  return entries.map(({ resolver: name, ...more }) => {
    if (!Object.hasOwn(factories, name)) {
      throw new InputError(
        `auth.providers.${provider}: there is no sign-in resolver ${name}, only ${Object.keys(
          factories,
        ).join(', ')}`,
      );
    }
    return {
      name,
      isByEmail: /^email/i.test(name),
      isDefault: !configured,
      resolve: factories[name](Object.keys(more).length > 0 ? more : undefined),
    };
  });
}
