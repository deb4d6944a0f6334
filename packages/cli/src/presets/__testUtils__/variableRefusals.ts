import { variablesFor } from '../../testing/variablesFor';
import { type Refusal, SECRET } from './Refusal';

const github = variablesFor(['github']);
const signIn = variablesFor(['github-auth']);
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Variables that are missing, or are not what they should be. */
export const variableRefusals: Refusal[] = [
  {
    title: 'nothing set for github',
    presets: ['github'],
    report: [
      ['variable-missing', 'GITHUB_ORG is not set', 'needed by: github'],
      [
        'choice-missing',
        'GITHUB_PAT',
        'GITHUB_APP_ID',
        'ghp_',
        'https://docs.github.com',
      ],
    ],
  },
  {
    title: 'a variable that two presets want, once',
    presets: ['github', 'github-auth'],
    env: { ...signIn, GITHUB_ORG: '' },
    report: [
      [
        'variable-missing',
        'GITHUB_ORG is empty',
        'needed by: github, github-auth',
      ],
    ],
  },
  {
    title: 'a choice that two presets leave open, once',
    presets: ['github', 'github-auth'],
    env: { ...signIn, GITHUB_PAT: '' },
    report: [['choice-missing', 'needed by: github, github-auth']],
  },
  {
    title: 'an empty variable',
    presets: ['jenkins'],
    env: { ...variablesFor(['jenkins']), JENKINS_TOKEN: '' },
    report: [
      [
        'variable-missing',
        'JENKINS_TOKEN is empty',
        'example:',
        'see: https://',
      ],
    ],
  },
  {
    title: 'a blank variable',
    presets: ['jenkins'],
    env: { ...variablesFor(['jenkins']), JENKINS_TOKEN: ' \t ' },
    report: [['variable-missing', 'JENKINS_TOKEN is empty']],
  },
  {
    title: 'an App without its key and client',
    presets: ['github'],
    env: { GITHUB_ORG: 'acme', GITHUB_APP_ID: '1' },
    report: [
      ['variable-missing', 'GITHUB_PRIVATE_KEY is not set'],
      ['variable-missing', 'GITHUB_CLIENT_ID is not set'],
      ['variable-missing', 'GITHUB_CLIENT_SECRET is not set'],
    ],
  },
  {
    title: 'an App number that is none',
    presets: ['github'],
    env: {
      ...github,
      GITHUB_APP_ID: 'my-app',
      GITHUB_CLIENT_ID: 'a',
      GITHUB_CLIENT_SECRET: SECRET,
    },
    report: [
      ['variable-invalid', 'GITHUB_APP_ID is not a whole number', '"my-app"'],
      ['variable-missing', 'GITHUB_PRIVATE_KEY'],
    ],
  },
  {
    title: 'a private key that is none',
    presets: ['github'],
    env: {
      ...github,
      GITHUB_APP_ID: '1',
      GITHUB_CLIENT_ID: 'a',
      GITHUB_CLIENT_SECRET: SECRET,
      GITHUB_PRIVATE_KEY: SECRET,
    },
    report: [['variable-invalid', 'GITHUB_PRIVATE_KEY is not a private key']],
  },
  {
    title: 'a private key in base64 of something else',
    presets: ['github'],
    env: {
      ...github,
      GITHUB_APP_ID: '1',
      GITHUB_CLIENT_ID: 'a',
      GITHUB_CLIENT_SECRET: SECRET,
      GITHUB_PRIVATE_KEY_BASE64: base64(SECRET),
    },
    report: [
      ['variable-invalid', 'GITHUB_PRIVATE_KEY_BASE64 is not a private key'],
    ],
  },
  {
    title: 'an organisation as a URL',
    presets: ['github'],
    env: { ...github, GITHUB_ORG: 'https://github.com/acme' },
    report: [
      ['variable-invalid', 'GITHUB_ORG has an item', 'https://github.com/acme'],
    ],
  },
  {
    title: 'a list of commas',
    presets: ['github'],
    env: { ...github, GITHUB_ORG: ', ,' },
    report: [['variable-invalid', 'GITHUB_ORG holds commas but no item']],
  },
  {
    title: 'a host with its scheme',
    presets: ['gitlab-scm'],
    env: {
      ...variablesFor(['gitlab-scm']),
      GITLAB_HOST: 'https://gitlab.example.com',
    },
    report: [
      ['variable-invalid', 'GITLAB_HOST does not have the expected form'],
    ],
  },
  {
    title: 'a URL without a scheme',
    presets: ['sonarqube'],
    env: {
      ...variablesFor(['sonarqube']),
      SONARQUBE_BASE_URL: 'sonarqube.example.com',
    },
    report: [['variable-invalid', 'SONARQUBE_BASE_URL is not a URL']],
  },
  {
    title: 'a URL with a password, without quoting it',
    presets: ['jenkins'],
    env: {
      ...variablesFor(['jenkins']),
      JENKINS_URL: `https://portal:${SECRET}@jenkins.example.com`,
    },
    report: [
      [
        'variable-invalid',
        'JENKINS_URL holds a user name or a password',
        'https://portal:<secret>@jenkins.example.com',
      ],
    ],
  },
  {
    title: 'an LDAP URL for another protocol',
    presets: ['ldap'],
    env: { ...variablesFor(['ldap']), LDAP_URL: 'https://ldap.example.com' },
    report: [['variable-invalid', 'LDAP_URL does not have the expected form']],
  },
  {
    title: 'a switch that is neither true nor false',
    presets: ['ldap'],
    env: { ...variablesFor(['ldap']), LDAP_TLS_REJECT_UNAUTHORIZED: 'yes' },
    report: [
      [
        'variable-invalid',
        'LDAP_TLS_REJECT_UNAUTHORIZED is neither true nor false',
      ],
    ],
  },
  {
    title: 'a secret that is too short',
    presets: ['keycloak'],
    env: { ...variablesFor(['keycloak']), AUTH_SESSION_SECRET: 'short-secret' },
    report: [
      [
        'variable-invalid',
        'AUTH_SESSION_SECRET does not have the expected form',
      ],
    ],
  },
  {
    title: 'a certificate authority that is not there',
    presets: ['jenkins'],
    env: { ...variablesFor(['jenkins']), JENKINS_CA_FILE: '/nowhere/ca.pem' },
    report: [
      [
        'variable-invalid',
        'JENKINS_CA_FILE names a file that cannot be read',
        '/nowhere/ca.pem',
      ],
    ],
  },
  {
    title: 'a certificate authority that is no certificate',
    presets: ['jenkins'],
    env: { ...variablesFor(['jenkins']), JENKINS_CA_FILE: 'ROOT/ca.pem' },
    files: { 'ca.pem': 'not a certificate' },
    report: [
      [
        'variable-invalid',
        'JENKINS_CA_FILE names a file that holds no certificate',
      ],
    ],
  },
  {
    title: 'a secret whose file is empty',
    presets: ['jenkins'],
    env: {
      JENKINS_URL: 'https://j.example.com',
      JENKINS_USERNAME: 'p',
      JENKINS_TOKEN_FILE: 'ROOT/token',
    },
    files: { token: '\n' },
    report: [['variable-missing', 'JENKINS_TOKEN is empty']],
  },
  {
    title: 'clusters whose lists do not fit together',
    presets: ['kubernetes'],
    env: {
      ...variablesFor(['kubernetes']),
      K8S_CLUSTER_NAME: 'a,b',
      K8S_CLUSTER_TOKEN: 'one-token',
      K8S_CLUSTER_URL: 'https://a,https://b',
    },
    report: [
      [
        'variable-length',
        'K8S_CLUSTER_NAME has 2 items',
        'K8S_CLUSTER_TOKEN has 1 item',
      ],
    ],
  },
];
