/** Counts of the contacts that entered a queue within one step, as known at one moment; terms of METRICS.md. */
export interface StepCounts {
	offered: number;
	answered: number;
	abandoned: number;
	answeredInThreshold: number;
	abandonedInThreshold: number;
	shortAbandoned: number;
}

/** A queue as it stands, and what is known of its contacts. Seconds, contacts, fractions. */
export interface PresentQueue {
	id: string;
	thresholdSeconds: number;
	shortAbandonSeconds: number;
	/** Service level wanted, 0–1. */
	targetShare: number;
	/** Weight of its waiting contacts, > 0; see AheadRun for who is served next. */
	priority: number;
	/** Contacts that one agent handles at once, ≥ 1. */
	concurrency: number;
	/** How long each contact in line has waited. */
	waitingSeconds: readonly number[];
	/** Expected arrivals in each of the next STEPS steps; 0 while it is closed. */
	arrivals: readonly number[];
	/** Arrivals that would be usual, where a forecast or the history knows; only explains. */
	usualArrivals: readonly number[] | null;
	/** How sure the level of `arrivals` is: relative variance 1/shape; see arrivalLevel(). */
	levelShape: number;
	handle: HandleTime;
	/** Mean of the exponential patience; null = nobody gives up. */
	patienceSeconds: number | null;
	/** Of those who leave the line unanswered, the part that abandons; the rest flows out. */
	abandonShare: number;
	/** Between an agent's being chosen and the answer: part of the contact's wait. */
	ringSeconds: number;
	/** Entries of the last WINDOW_STEPS steps, the latest step first. */
	past: readonly StepCounts[];
	/** What those who have to wait are offered in place of the line; none by default. */
	offers?: readonly LineOffer[];
}

/** Something that contacts in line are offered from now on, such as a call back later: each is offered it once, on the way in. */
export interface LineOffer {
	/** For so long, and until so many have taken it. */
	seconds: number;
	most: number;
	/** Part of the contacts that take it; of all offers of a queue together at most 1. */
	takeShare: number;
	/** Part of these who leave the line by it and do not come back within the hour; the others wait on. */
	leaveShare: number;
	/** When they leave, after they were offered it. */
	afterSeconds: number;
}

/** Talk, hold and after-contact work together, at the concurrency the queue has. */
export interface HandleTime {
	meanSeconds: number;
	/** Coefficient of variation of a single one. */
	cv: number;
	/** Relative standard error of the mean. */
	meanError: number;
	/** Mean of the after-contact work in it. */
	wrapSeconds: number;
	/** The usual mean, where it is known; only explains. */
	usualSeconds: number | null;
}

/** An agent as they are now. */
export interface PresentAgent {
	/** Indices of the queues they can serve; nobody else's contacts come to them. */
	queues: readonly number[];
	/** Takes contacts: available, ringing, handling or in after-contact work. */
	isServing: boolean;
	contacts: readonly ContactInHand[];
	/** What is known to come, in order of time: from a roster, or the usual end of a pause. */
	changes: readonly AgentChange[];
	/** How often an agent of whom no plan is known takes a pause while serving, and for how long on average. */
	pauses: { perHour: number; meanSeconds: number } | null;
}

export interface ContactInHand {
	queue: number;
	/** Since the answer, or since the end of the talk while `isWrapping`. */
	elapsedSeconds: number;
	isWrapping: boolean;
}

export interface AgentChange {
	/** From now. */
	inSeconds: number;
	/** Standard deviation of its time. */
	spreadSeconds: number;
	isServing: boolean;
	/** Why, in the caller's words; carried into the explanation. */
	reason: string;
}

/** Everything a prediction starts from. */
export interface PresentFloor {
	queues: readonly PresentQueue[];
	agents: readonly PresentAgent[];
}

/** @throws RangeError when a figure is out of its domain */
export function checkPresent({ queues, agents }: PresentFloor): void {
	const refuse = (what: string, value: unknown, wanted: string): never => {
		throw new RangeError(`Predicting: ${what} "${String(value)}" must be ${wanted}.`);
	};
	for (const queue of queues) {
		const of = (name: string) => `${name} of queue "${queue.id}"`;
		const { handle, patienceSeconds, arrivals, waitingSeconds } = queue;
		for (const [name, value] of Object.entries({
			thresholdSeconds: queue.thresholdSeconds,
			shortAbandonSeconds: queue.shortAbandonSeconds,
			ringSeconds: queue.ringSeconds,
			cv: handle.cv,
			meanError: handle.meanError,
			wrapSeconds: handle.wrapSeconds
		}))
			if (!(value >= 0 && value < Infinity)) refuse(of(name), value, 'finite and at least 0');
		for (const [name, value] of Object.entries({
			priority: queue.priority,
			levelShape: queue.levelShape,
			meanSeconds: handle.meanSeconds,
			concurrency: queue.concurrency
		}))
			if (!(value > 0 && value < Infinity)) refuse(of(name), value, 'finite and above 0');
		for (const offer of queue.offers ?? [])
			for (const [name, value] of Object.entries(offer)) {
				const most = name.endsWith('Share') ? 1 : Infinity;
				if (!(value >= 0 && value <= most))
					refuse(of(`${name} of an offer`), value, most === 1 ? 'a fraction between 0 and 1' : 'at least 0');
			}
		if (!Number.isInteger(queue.concurrency)) refuse(of('concurrency'), queue.concurrency, 'whole');
		if (patienceSeconds !== null && !(patienceSeconds > 0))
			refuse(of('patienceSeconds'), patienceSeconds, 'above 0, or null');
		for (const value of [queue.abandonShare, queue.targetShare])
			if (!(value >= 0 && value <= 1)) refuse(of('a share'), value, 'a fraction between 0 and 1');
		for (const value of [...arrivals, ...waitingSeconds])
			if (!(value >= 0 && value < Infinity))
				refuse(of('an arrival or a wait'), value, 'finite and at least 0');
	}
	for (const { queues: served, contacts } of agents)
		for (const index of [...served, ...contacts.map(({ queue }) => queue)])
			if (!queues[index]) refuse("an agent's queue", index, 'the index of a queue');
}
