export { withParams } from '#lib/live/with-params.ts';
