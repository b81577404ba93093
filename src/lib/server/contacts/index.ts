export { findContact } from './find-contact.ts';
export { listWaiting } from './list-waiting.ts';
