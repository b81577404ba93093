export { attendContact, CareAnswer } from './attend-contact.ts';
export { countRepeats, REPEAT_WINDOW_MS } from './count-repeats.ts';
export { LiveNeeds } from './live-needs.ts';
export { NeedFeed } from './need-feed.ts';
export { NeedList, type QueueNeed } from './need-list.ts';
export { findCare } from './read-care.ts';
