export type { CentreConfig, QueueConfig } from './config.ts';
export { KEPT_MS, LiveState } from './live-state.ts';
export { isLost, LONGEST_SILENCE_MS, LOST_AFTER_MS } from './lost-contact.ts';
export { applyLogged, restoreState, type LogReader } from './restore.ts';
export { loadConfig, loadFound } from './load-config.ts';
export { FloorFeed } from './floor-feed.ts';
export { floorClock } from './floor-clock.ts';
export { queueNow, readFloor, readSeries, SERIES_STEPS, type Floor } from './floor.ts';
export { FloorReader } from './floor-reader.ts';
export { dayStart } from './day-start.ts';
export { DEMO_SOURCE, isDemoSource } from './demo-source.ts';
export { projectChanges } from './projection.ts';
export { storedContact } from './stored-contact.ts';
export { countCues, cuesOf } from './contact-cues.ts';
export { moodOf } from './contact-mood.ts';
export { placesOf } from './places-of.ts';
export { partOfSnapshot, ScopedFeed } from './scoped-feed.ts';
export type { LiveContact } from './live-parts.ts';
export { PROJECTION_CURSOR } from './cursor.ts';
export { AgentFold } from './fold/agent-fold.ts';
export {
	foldContact,
	type BotOutcome,
	type ContactFold,
	type FoldedMessage,
	type Visit
} from './fold/contact-fold.ts';
export { compareEvents } from './fold/event-order.ts';
export { addTally, book as bookVisit, emptyTally, type Tally } from './fold/queue-tally.ts';
export { periodNumbers } from './numbers.ts';
export { readJson, readStubs } from './stored-folds.ts';
export { recallRest } from './recall-rest.ts';
export { InvalidWindow, parseWindow, readWindows, windowKey } from './windows.ts';
export { WindowFeed } from './window-feed.ts';
export type { QueueState } from './live-parts.ts';
