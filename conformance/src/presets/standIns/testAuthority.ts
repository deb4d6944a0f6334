import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type JsonGeneralNames,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = {
  name: 'ECDSA',
  namedCurve: 'P-256',
  hash: 'SHA-256',
} as const;

/** Key and certificate of a server, as PEM. */
export interface TestCertificate {
  key: string;
  cert: string;
}

/** A certificate authority that nobody trusts unless told to: what an operator names in a `*_CA_FILE`. */
export interface TestAuthority {
  /** Its certificate as PEM, and a file with it. */
  ca: string;
  caFile: string;
  /** Makes the requests of this process trust it too, `fetch` included. */
  trust(): void;
  /** A certificate for this machine and the given host names. */
  issue(hosts?: string[]): Promise<TestCertificate>;
}

let authority: Promise<TestAuthority> | undefined;

/** The authority of this test run, made when it is first asked for. */
export function testAuthority(): Promise<TestAuthority> {
  authority ??= createAuthority();
  return authority;
}

async function createAuthority(): Promise<TestAuthority> {
  const keys = await generateKeys();
  // A name of its own, since several may be trusted by one process and are told apart by name.
  const issuer = `CN=Test authority ${randomUUID()}`;
  const { notBefore, notAfter } = validity();
  const root = await X509CertificateGenerator.createSelfSigned({
    name: issuer,
    keys,
    signingAlgorithm: ALGORITHM,
    notBefore,
    notAfter,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
    ],
  });
  const ca = root.toString('pem');
  // One file per process, since a test environment cannot tell when its process ends.
  const caFile = join(tmpdir(), `callboard-test-authority-${process.pid}.pem`);
  writeFileSync(caFile, ca);

  return {
    ca,
    caFile,
    trust() {
      tls.setDefaultCACertificates([...tls.getCACertificates(), ca]);
    },
    async issue(hosts = []) {
      const serverKeys = await generateKeys();
      const names: JsonGeneralNames = [
        { type: 'ip', value: '127.0.0.1' },
        ...['localhost', ...hosts].map(value => ({
          type: 'dns' as const,
          value,
        })),
      ];
      const certificate = await X509CertificateGenerator.create({
        subject: `CN=${hosts[0] ?? 'localhost'}`,
        issuer,
        publicKey: serverKeys.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: ALGORITHM,
        notBefore,
        notAfter,
        extensions: [
          new SubjectAlternativeNameExtension(names),
          new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
          new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        ],
      });
      const key = await crypto.subtle.exportKey('pkcs8', serverKeys.privateKey);
      return { key: toPem(key), cert: certificate.toString('pem') };
    },
  };
}

async function generateKeys() {
  return (await crypto.subtle.generateKey(ALGORITHM, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
}

function validity() {
  const hour = 3_600_000;
  return {
    notBefore: new Date(Date.now() - hour),
    notAfter: new Date(Date.now() + 24 * hour),
  };
}

function toPem(key: ArrayBuffer) {
  const lines = Buffer.from(key)
    .toString('base64')
    .match(/.{1,64}/g)!;
  return `-----BEGIN PRIVATE KEY-----\n${lines.join(
    '\n',
  )}\n-----END PRIVATE KEY-----\n`;
}
