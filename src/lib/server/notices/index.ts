export { agentUsers } from './agent-users.ts';
export { languagesOf, rememberLanguage } from './language-of.ts';
export { listNotices } from './list-notices.ts';
export { markRead } from './mark-read.ts';
export { listenNotices } from './notice-listeners.ts';
export { tell } from './tell.ts';
