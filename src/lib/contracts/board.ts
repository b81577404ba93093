import type { FloorClock } from './live.ts';
import type { Channel } from './terms.ts';

/** What a wallboard shows of a queue or of the site: numbers only, of nobody in particular. */
export interface BoardFigures {
	waiting: number;
	/** Seconds, as of the numbers' clock. */
	oldestSeconds: number | null;
	/** Of the contacts that entered in the last 30 minutes. */
	serviceLevel: number | null;
	abandonment: number | null;
	available: number;
	staffed: number;
	ewtSeconds: number | null;
}

export interface BoardQueue extends BoardFigures {
	id: string;
	name: string;
	channel: Channel;
	targetShare: number;
	thresholdSeconds: number;
	/** Its source is silent: what is shown may no longer be so. */
	isSilent: boolean;
}

/** All that a wallboard is told, once a second. */
export interface BoardNumbers {
	clock: FloorClock;
	timeZone: string;
	name: string;
	/** Of all queues, whichever are chosen. */
	site: BoardFigures & { bots: number; containment: number | null };
	queues: BoardQueue[];
	/** Sources that have gone silent while others speak. */
	silentSources: number;
}
