import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { takeCode } from '../../access/takeCode';
import { hashSecret } from '../../core/hashSecret';
import { notFound } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { presentApp } from '../present/presentApp';

const makeKeys = promisify(generateKeyPair);

/**
 * Turns a manifest's code, once, into the App's secrets, which are shown here and never again.
 * https://docs.github.com/rest/apps/apps#create-a-github-app-from-a-manifest
 */
export const convertManifestRoute: Route = {
  route: 'POST /app-manifests/{code}/conversions',
  on: 'anything',
  access: { as: 'anybody' },
  async handle({ sandbox, urls, params }) {
    const code = takeCode({ sandbox, kind: 'manifest', code: params.code });
    const app = code && sandbox.state.apps.get(code.appId ?? 0);
    if (!app) throw notFound();

    const { publicKey, privateKey } = await makeKeys('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    const clientSecret = randomBytes(20).toString('hex');
    const webhookSecret = randomBytes(20).toString('hex');
    app.publicKeys = [publicKey];
    app.clientSecretHashes = [hashSecret(clientSecret)];
    app.webhookSecret = app.webhookUrl ? webhookSecret : null;
    return {
      status: 201,
      body: {
        ...presentApp({ sandbox, urls, app }),
        client_secret: clientSecret,
        webhook_secret: app.webhookSecret,
        pem: privateKey,
      },
    };
  },
};
