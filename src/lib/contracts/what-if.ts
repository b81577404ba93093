import type { MovedAgent } from './balance.ts';
import type { Foreseen } from './prediction.ts';

/** Something that could be otherwise on the floor: people moved, away, or there besides; so many of a line who take a call back, or the bot. */
export type WhatIfMove =
	| { kind: 'move'; from: string; to: string; count: number }
	| { kind: 'absent' | 'extra' | 'callback' | 'bot'; queue: string; count: number };

const OF_ONE_QUEUE = ['absent', 'extra', 'callback', 'bot'] as const;

/** As the address holds it, such as `move:billing:support:3` or `absent:billing:2`. */
export const writeWhatIf = (move: WhatIfMove): string =>
	(move.kind === 'move'
		? [move.kind, encodeURIComponent(move.from), encodeURIComponent(move.to), move.count]
		: [move.kind, encodeURIComponent(move.queue), move.count]
	).join(':');

/** Null for what is none. */
export function readWhatIf(text: string): WhatIfMove | null {
	const parts = text.split(':');
	const count = Number(parts.at(-1));
	const isCount = Number.isInteger(count) && count >= 1;
	let ids: string[];
	try {
		ids = parts.slice(1, -1).map(decodeURIComponent);
	} catch {
		return null;
	}
	const [first, second] = ids;
	const [kind] = parts;
	if (!isCount || !ids.every((id) => id !== '')) return null;
	if (kind === 'move' && ids.length === 2) return { kind, from: first!, to: second!, count };
	const ofOne = OF_ONE_QUEUE.find((one) => one === kind);
	return ofOne && ids.length === 1 ? { kind: ofOne, queue: first!, count } : null;
}

/** One of the next hour's five minutes: without the change, and with it. */
export interface WhatIfMoment {
	at: number;
	waiting: readonly [before: Foreseen, after: Foreseen];
	/** Of those who entered in the half hour before; null: nobody will have. */
	serviceLevel: readonly [before: Foreseen | null, after: Foreseen | null];
}

export interface WhatIfQueue {
	queue: string;
	targetShare: number;
	/** Somebody comes to it or leaves it; else the change only tells on it. */
	isTouched: boolean;
	/** In the queue's own time. */
	moments: WhatIfMoment[];
	/** Contacts of the next hour by which the target is missed. */
	lostBefore: number;
	lostAfter: number;
}

/** What would be, by the model that foresees the floor, both curves from the same dice. */
export interface WhatIfAnswer {
	asOfMs: number;
	/** Who would be moved, and who would be away: those whose hands are free first. */
	people: MovedAgent[];
	absent: string[];
	queues: WhatIfQueue[];
}
