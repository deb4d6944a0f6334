import { variablesFor } from '../../testing/variablesFor';
import type { Refusal } from './Refusal';

const github = variablesFor(['github']);

/** Selections that cannot be: unknown names, groups, order, a sign-in that does not fit. */
export const selectionRefusals: Refusal[] = [
  {
    title: 'a name with a typing error',
    presets: ['githb'],
    report: [['preset-unknown', 'githb', 'did you mean github?', 'keycloak']],
  },
  {
    title: 'a name like no other',
    presets: ['wordpress'],
    report: [['preset-unknown', 'wordpress', 'choose from: argocd, azure']],
  },
  {
    title: 'a name in capital letters',
    presets: ['GitHub'],
    env: github,
    report: [['preset-unknown', 'did you mean github?']],
  },
  {
    title: 'a path for a name',
    presets: ['../presets/github'],
    report: [['preset-unknown', '../presets/github']],
  },
  {
    title: 'two unknown names',
    presets: ['jenkinss', 'sonarcube'],
    report: [
      ['preset-unknown', 'did you mean jenkins?'],
      ['preset-unknown', 'did you mean sonarqube?'],
    ],
  },
  {
    title: 'two identities',
    presets: ['github-auth', 'keycloak'],
    env: variablesFor(['github-auth', 'keycloak']),
    report: [
      ['preset-group', 'github-auth and keycloak', 'exclusive group identity'],
    ],
  },
  {
    title: 'gitlab, which is an identity too, with another one',
    presets: ['gitlab', 'keycloak'],
    env: variablesFor(['gitlab', 'keycloak']),
    report: [['preset-group', 'gitlab and keycloak', 'keep one of them']],
  },
  {
    title: 'the trial with an identity',
    presets: ['demo', 'oidc'],
    env: variablesFor(['oidc']),
    report: [['preset-group', 'demo and oidc']],
  },
  {
    title: 'three identities in one problem',
    presets: ['ldap', 'oidc', 'azure-auth'],
    env: variablesFor(['ldap', 'oidc', 'azure-auth']),
    report: [['preset-group', 'ldap, oidc and azure-auth']],
  },
  {
    title: 'a preset without the one it layers on',
    presets: ['ldap-ad'],
    env: variablesFor(['ldap-ad']),
    report: [
      [
        'preset-required',
        'ldap-ad requires the preset ldap',
        'CALLBOARD_PRESETS=ldap,ldap-ad',
      ],
    ],
  },
  {
    title: 'a preset before the one it layers on',
    presets: ['recommended', 'ldap-ad', 'ldap'],
    env: variablesFor(['ldap-ad']),
    report: [
      [
        'preset-order',
        'comes after it',
        'CALLBOARD_PRESETS=recommended,ldap,ldap-ad',
      ],
    ],
  },
  {
    title: 'a preset that is required, with its variables',
    presets: ['ldap-ad'],
    env: { ...variablesFor(['ldap-ad']), LDAP_SECRET: '' },
    report: [
      ['preset-required', 'CALLBOARD_PRESETS=ldap,ldap-ad'],
      ['variable-missing', 'LDAP_SECRET is empty'],
    ],
  },
  {
    title: 'mcp-chat without mcp',
    presets: ['mcp-chat'],
    env: variablesFor(['mcp-chat']),
    report: [
      [
        'preset-required',
        'mcp-chat requires the preset mcp',
        'CALLBOARD_PRESETS=mcp,mcp-chat',
      ],
    ],
  },
  {
    title: "a person's own identity in Kubernetes without an ID token",
    presets: ['kubernetes', 'github-auth'],
    env: {
      ...variablesFor(['kubernetes', 'github-auth']),
      K8S_AUTH_PROVIDER: 'oidc',
    },
    report: [
      ['preset-id-token', 'github-auth yields no OIDC ID token', 'keycloak'],
    ],
  },
  {
    title: "a person's own identity in Kubernetes without any sign-in",
    presets: ['kubernetes'],
    env: { ...variablesFor(['kubernetes']), K8S_AUTH_PROVIDER: 'oidc' },
    report: [
      ['preset-id-token', 'no sign-in with an OIDC ID token is configured'],
    ],
  },
];
