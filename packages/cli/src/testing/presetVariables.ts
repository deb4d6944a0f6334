import { generateKeyPairSync } from 'node:crypto';

/** A private key as GitHub hands them out. */
export const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();

const github = {
  GITHUB_ORG: 'acme',
  GITHUB_PAT: 'ghp_a-token-of-a-test',
};
const ldap = {
  LDAP_URL: 'ldaps://ldap.example.com',
  LDAP_DN: 'cn=portal,dc=example,dc=com',
  LDAP_SECRET: 'a-password-of-ldap',
  LDAP_USERS_BASE_DN: 'ou=people,dc=example,dc=com',
  LDAP_GROUPS_BASE_DN: 'ou=groups,dc=example,dc=com',
};

/** Variables with which each shipped preset can start, alone or with those that it requires. None of them is real. */
export const presetVariables: Record<string, Record<string, string>> = {
  argocd: {
    ARGOCD_URL: 'https://argocd.example.com',
    ARGOCD_AUTH_TOKEN: 'a-token-of-argocd',
  },
  azure: {
    AZURE_DEVOPS_TOKEN: 'a-token-of-azure',
    AZURE_DEVOPS_HOST: 'dev.azure.com',
    AZURE_DEVOPS_ORG: 'acme',
    AZURE_DEVOPS_PROJECT: 'portal',
  },
  'azure-auth': {
    AZURE_AUTH_TENANT_ID: '11111111-2222-3333-4444-555555555555',
    AZURE_AUTH_CLIENT_ID: '66666666-7777-8888-9999-000000000000',
    AZURE_AUTH_CLIENT_SECRET: 'a-secret-of-entra',
  },
  demo: {},
  'docs-s3': {
    TECHDOCS_S3_BUCKET: 'docs',
    TECHDOCS_S3_REGION: 'eu-central-1',
  },
  'ghe-auth': {
    GHE_BASE_URL: 'https://github.example.com',
    GHE_CLIENT_ID: 'Iv1.signin',
    GHE_CLIENT_SECRET: 'a-secret-of-ghe',
    GHE_BOT_TOKEN: 'a-token-of-ghe',
    GHE_ORG: 'acme',
  },
  github,
  'github-auth': {
    ...github,
    GITHUB_AUTH_CLIENT_ID: 'Ov23signin',
    GITHUB_AUTH_CLIENT_SECRET: 'a-secret-of-github',
  },
  'github-enterprise': {
    GHE_BASE_URL: 'https://github.example.com',
    GHE_BOT_TOKEN: 'a-token-of-ghe',
    GHE_ORG: 'acme',
  },
  'github-pat': github,
  gitlab: {
    GITLAB_HOST: 'gitlab.example.com',
    GITLAB_AUTH_CLIENT_ID: 'a-client',
    GITLAB_AUTH_CLIENT_SECRET: 'a-secret-of-gitlab',
    GITLAB_TOKEN: 'glpat-a-token',
    GITLAB_GROUP: 'acme',
  },
  'gitlab-scm': {
    GITLAB_HOST: 'gitlab.example.com',
    GITLAB_TOKEN: 'glpat-a-token',
    GITLAB_GROUP: 'acme',
  },
  jenkins: {
    JENKINS_URL: 'https://jenkins.example.com',
    JENKINS_USERNAME: 'portal',
    JENKINS_TOKEN: 'a-token-of-jenkins',
  },
  keycloak: {
    KEYCLOAK_BASE_URL: 'https://keycloak.example.com',
    KEYCLOAK_REALM: 'acme',
    KEYCLOAK_CLIENT_ID: 'portal',
    KEYCLOAK_CLIENT_SECRET: 'a-secret-of-keycloak',
    AUTH_SESSION_SECRET: 'a-long-random-text-for-cookies-of-a-test',
  },
  kubernetes: {
    K8S_CLUSTER_NAME: 'production',
    K8S_CLUSTER_URL: 'https://k8s.example.com:6443',
    K8S_CLUSTER_TOKEN: 'a-token-of-kubernetes',
  },
  ldap,
  'ldap-ad': ldap,
  mcp: {},
  'mcp-chat': {
    MCP_CHAT_PROVIDER: 'openai',
    MCP_CHAT_MODEL: 'a-model',
    MCP_CHAT_API_KEY: 'sk-a-key-of-a-test',
  },
  oidc: {
    OIDC_METADATA_URL:
      'https://login.example.com/.well-known/openid-configuration',
    OIDC_CLIENT_ID: 'portal',
    OIDC_CLIENT_SECRET: 'a-secret-of-oidc',
    AUTH_SESSION_SECRET: 'a-long-random-text-for-cookies-of-a-test',
  },
  postgres: {
    POSTGRES_HOST: 'db.example.com',
    POSTGRES_USER: 'portal',
    POSTGRES_PASSWORD: 'a-password-of-postgres',
    POSTGRES_DATABASE: 'portal',
  },
  recommended: {},
  sonarqube: {
    SONARQUBE_BASE_URL: 'https://sonarqube.example.com',
    SONARQUBE_API_KEY: 'a-key-of-sonarqube',
  },
  vault: {
    VAULT_ADDR: 'https://vault.example.com',
    VAULT_TOKEN: 'a-token-of-vault',
  },
};

/** What a preset needs before it in the list. */
export const presetsBefore: Record<string, string[]> = {
  'ldap-ad': ['ldap'],
  'mcp-chat': ['mcp'],
};

/** The variables of several presets together. */
export function variablesFor(names: string[]): Record<string, string> {
  return Object.assign({}, ...names.map(name => presetVariables[name]));
}
