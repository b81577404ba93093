export { findContact } from './find-contact.ts';
export { listPast } from './list-past.ts';
export { listWaiting } from './list-waiting.ts';
