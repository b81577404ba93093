import type { AgentState } from '#lib/contracts/terms.ts';
import type { Activity, AdherenceSeconds, ExceptionKind } from '#solver/adherence/index.ts';

/** One departure from the schedule, as it is shown. */
export interface ExceptionRow {
	agentId: string;
	name: string;
	team: string | null;
	kind: ExceptionKind;
	planned: Activity | null;
	state: AgentState;
	fromAt: number;
	toAt: number;
	/** Where the planned activity ends. */
	plannedToAt: number;
	isOngoing: boolean;
	excusedSeconds: number;
	/** In force, and touching it. */
	excuses: { id: string; reason: string; by: string; fromAt: number; toAt: number }[];
}

/** A live one, with what it costs. */
export interface LiveException extends ExceptionRow {
	/**
	 * Contacts that will miss their target in the next half hour which this person could have taken in time: of the
	 * queue where that is most. Null where nothing is foreseen.
	 */
	effect: { queueId: string; queueName: string; contacts: number } | null;
}

/** A different quantity than adherence: how many of those scheduled now do what is planned. */
export interface InAdherence {
	scheduled: number;
	kept: number;
	/** Scheduled, and no state is known. */
	unknown: number;
}

export interface AdherenceNow extends InAdherence {
	nowMs: number;
	exceptions: LiveException[];
	teams: (InAdherence & { team: string | null })[];
}

export interface AdherenceRow {
	adherence: number | null;
	conformance: number | null;
	seconds: AdherenceSeconds;
	/** That count, none of them excused in full. */
	exceptions: number;
}

export interface AdherenceDay {
	/** Local date, YYYY-MM-DD. */
	day: string;
	timeZone: string;
	fromAt: number;
	toAt: number;
	/** Up to where it is judged. */
	untilMs: number;
	total: AdherenceRow;
	teams: (AdherenceRow & { team: string | null; people: number })[];
	agents: (AdherenceRow & { agentId: string; name: string; team: string | null })[];
	exceptions: ExceptionRow[];
}
