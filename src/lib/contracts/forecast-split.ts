/** Parts of a local day, and the hour from which each is on. */
export const DAY_PARTS = [
	['night', 0],
	['morning', 7],
	['noon', 11],
	['afternoon', 15],
	['evening', 19]
] as const;
export type DayPart = (typeof DAY_PARTS)[number][0];

/** Contacts expected of one reason; bounds hold four times in five. */
export interface SplitRow {
	/** null: not known, neither said by the source nor told by the words. */
	intent: string | null;
	/** Of the contacts, 0–1, with the bounds of that expectation. */
	share: number;
	shareLow: number;
	shareHigh: number;
	offered: number;
	p10: number;
	p90: number;
}

export interface SplitDayRow extends SplitRow {
	/** Start of the local day. */
	at: number;
	part: DayPart;
}

/** A queue's forecast by reason, with what its shares were learned from. */
export interface SplitView {
	learned: {
		fromAt: number;
		toAt: number;
		contacts: number;
		days: number;
		/** Of the contacts: told by their words alone, and not known. */
		guessed: number;
		unknown: number;
		/** How much wider days differ than chance alone would have it; 1 = chance alone. */
		dispersion: number;
	};
	whole: SplitRow[];
	days: SplitDayRow[];
}
export type SplitAnswer =
	| { kind: 'split'; view: SplitView }
	/** Fewer contacts of the queue than shares can be learned from. */
	| { kind: 'too-few'; contacts: number; wanted: number };
