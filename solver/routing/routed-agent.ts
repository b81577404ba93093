/** What a contact asks of whoever takes it. */
export interface RoutedContact {
	/** Skill that its queue asks for; null = none is set up, anybody may. */
	skill: string | null;
	/** Null = not known: nobody is refused for it. */
	language: string | null;
	/** Share of an agent that it takes: 1 for a call, 1/k where k are handled at once. In (0, 1]. */
	size: number;
	/** Handle time to expect, seconds; what the wait for a busy agent is measured against. Null = not known. */
	ahtSeconds: number | null;
}

/** An agent as the floor knows them. */
export interface RoutedAgent {
	id: string;
	/** `available`, or a state of work (`offered`, `handling`, `wrap`); any other, or none told, takes nothing now. */
	state: string | null;
	/** Skills with proficiency, 0–1. */
	skills: ReadonlyMap<string, number>;
	/** Null = not known. */
	languages: readonly string[] | null;
	/** Share of the agent that is taken, 0–1: Σ 1/k over the contacts in hand. */
	load: number;
	/** Seconds since the last contact ended; null while busy or not known. */
	idleSeconds: number | null;
	/** Seconds until there is room for the contact, by what is in hand; 0 = now, null = not known. */
	expectedFreeSeconds: number | null;
	/** What the same customer's last contact with this agent came to; null = none, or its outcome is not known. */
	lastWithCustomer: 'good' | 'bad' | null;
	/** Was moved to other queues than the contact's, whatever the skills. */
	isMovedAway?: boolean;
}

/**
 * Parts of an agent's score and their weights, which sum to 1. Proficiency leads, because it is what decides handle
 * time and outcome; history stands before load and idle time, which share the work fairly among those who fit alike.
 */
export const WEIGHTS = { proficiency: 0.55, history: 0.2, load: 0.15, idle: 0.1 } as const;

/** Why an agent stands where they stand: each part of the score, 0–1, with what it is made of. */
export type RankReason =
	| { part: 'proficiency'; value: number; skill: string | null; proficiency: number | null }
	| { part: 'history'; value: number; last: 'good' | 'bad' | null }
	| { part: 'load'; value: number; load: number }
	| { part: 'idle'; value: number; idleSeconds: number | null }
	| { part: 'wait'; value: number; expectedFreeSeconds: number | null };

export type RefusalReason =
	| { why: 'skill'; skill: string }
	| { why: 'language'; language: string }
	| { why: 'moved' }
	| { why: 'state'; state: string | null };

export interface RankedAgent {
	id: string;
	/** 0–1, comparable among those with room and among those without. */
	score: number;
	/** Whether there is room for the contact now. */
	hasRoom: boolean;
	expectedFreeSeconds: number | null;
	/** The weightiest first. */
	reasons: RankReason[];
}

export interface RefusedAgent {
	id: string;
	/** Everything that stands against them. */
	reasons: RefusalReason[];
}
