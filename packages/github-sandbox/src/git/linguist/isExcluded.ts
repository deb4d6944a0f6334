// The parts of linguist's vendor.yml, documentation.yml and generated.rb that people meet; its lists are much longer.
const VENDORED = [
  /(^|\/)(?:node_modules|bower_components|vendors?|third[-_]?party|dist|cache|deps|dependencies|Godeps|Pods|Carthage|\.yarn|\.github|\.vscode|\.idea)\//,
  /(^|\/)(?:extern|external)s?\//,
  /(^|\/)(?:jquery|bootstrap|d3|modernizr|normalize)(?:[-.][^/]*)?\.(?:js|css)$/,
  /(^|\/)(?:gradlew|gradlew\.bat|mvnw|mvnw\.cmd|configure|config\.guess|config\.sub)$/,
  /(^|\/)gradle\/wrapper\//,
  /(^|\/)\.(?:git|mvn|devcontainer)\//,
  /(^|\/)fixtures\//,
  /\.min\.(?:js|css)$/,
];

const DOCUMENTATION = [
  /^[Dd]ocs?\//,
  /(^|\/)[Dd]ocumentation\//,
  /(^|\/)[Jj]avadoc\//,
  /^[Mm]an\//,
  /^[Ee]xamples?\//,
  /^[Dd]emos?\//,
  /^[Ss]amples?\//,
  /(^|\/)(?:CHANGE(?:S|LOG)?|CONTRIBUTING|COPYING|INSTALL|LICEN[CS]E|READ[Mm][Ee]|[Rr]eadme)(?:\.|$)/,
];

const GENERATED = [
  /(^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|Cargo\.lock|go\.sum|go\.mod|poetry\.lock|composer\.lock|Gemfile\.lock)$/,
  /\.(?:pb\.go|pb\.cc|pb\.h|pb2\.py|_pb2\.py|_pb\.js|designer\.cs|js\.map|css\.map)$/i,
  /_pb2(?:_grpc)?\.py$/,
  /(^|\/)__generated__\//,
];

/** Whether GitHub leaves a path out of a repository's languages: it is vendored, documentation or generated. */
export function isExcluded(path: string): boolean {
  return [...VENDORED, ...DOCUMENTATION, ...GENERATED].some(rule =>
    rule.test(path),
  );
}
