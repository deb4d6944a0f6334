import { hashSecret } from '../../core/hashSecret';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, OAuthApp } from '../../core/state';

/** An OAuth App `Iv0.shop` with the secret `shop-secret`. */
export function newOAuthApp(options: {
  sandbox: Sandbox;
  owner: Account;
  values?: Partial<OAuthApp>;
}): OAuthApp {
  const { sandbox, owner, values } = options;
  return sandbox.state.oauthApps.insert({
    id: sandbox.nextId(),
    ownerId: owner.id,
    name: 'Shop window',
    clientId: 'Iv0.shop',
    clientSecretHashes: [hashSecret('shop-secret')],
    homepageUrl: 'http://shop.example',
    callbackUrls: ['http://shop.example/callback'],
    createdAt: sandbox.clock.iso(),
    ...values,
  });
}
