export { attachRealtime } from './attach-realtime.ts';
