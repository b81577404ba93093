export { postAction } from '#lib/live/post-action.ts';
