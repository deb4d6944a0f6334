// The command is a private package of this workspace whose entry loads each command when it runs; here one is wanted by itself.
// eslint-disable-next-line @backstage/no-forbidden-package-imports
export { validatePaths } from '@callboard/cli/src/validate';
