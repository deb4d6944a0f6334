export { registerBackupCommands } from './registerBackupCommands';
