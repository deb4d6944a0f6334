export {
  accessManagePermission,
  accessPermissions,
  accessReadPermission,
} from './permissions';
