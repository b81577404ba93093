export { backUp, type BackupOutcome } from './back-up.ts';
export { restore, type RestoreOutcome } from './restore.ts';
