import type { ExpectedEffect, MeasuredEffect, Metric, Recommendation } from '#solver/coaching/index.ts';
import type { GoalState, SessionEvidence, SessionState } from './coaching.ts';

/** A time for a session. */
export interface Slot {
	startAt: number;
	endAt: number;
	/** Where the time comes from: the agent's published shift, or only the hours of their queues. */
	basis: 'roster' | 'opening-hours';
	/** People beyond those required while it lasts, this agent still counted; null = not known. */
	margin: number | null;
}

export interface FoundSlots {
	/** Best first. */
	slots: Slot[];
	/** Of the days looked at: whether a published roster and a requirement say anything of them. */
	isRosterKnown: boolean;
	isRequirementKnown: boolean;
}

export const SLOT_REFUSALS = [
	'past',
	'agent-busy',
	'coach-busy',
	'not-on-shift',
	'on-break',
	'coverage'
] as const;
export type SlotRefusal = (typeof SLOT_REFUSALS)[number];

/** As it is kept: with the error in sds of skill, null where agents do not differ. */
export type StoredEffect =
	| (Extract<MeasuredEffect, { kind: 'measured' }> & { errorSds: number | null })
	| Exclude<MeasuredEffect, { kind: 'measured' }>;

export interface SessionGoal {
	id: string;
	metric: string;
	from: number;
	target: number;
	byDate: string;
	state: GoalState;
	/** Since the session, on the agent's usual mix of work; null = too little seen. */
	current: number | null;
	probability: number | null;
}
export interface SessionView {
	id: string;
	agentId: string;
	agentName: string;
	coachId: string | null;
	/** Null: the account is gone. */
	coachName: string | null;
	cause: string;
	moduleId: string | null;
	metrics: string[];
	mainCase: { queue: string; channel: string; intent: string } | null;
	expected: ExpectedEffect[];
	/** An agent sees only their own contacts. */
	evidence: SessionEvidence[];
	state: SessionState;
	startAt: number;
	endAt: number;
	/** Agents read them once the session is held. */
	notes: string;
	heldAt: number | null;
	acknowledgedAt: number | null;
	goals: SessionGoal[];
	effects: { metric: string; found: StoredEffect; computedAt: number }[];
}

export interface CoachLoad {
	id: string;
	name: string;
	/** Sessions planned from now on, and of the next seven days their minutes. */
	planned: number;
	minutesNextWeek: number;
	/** In the last 28 days. */
	held: number;
	missed: number;
	/** People with a session planned, or held in the last 28 days. */
	agents: number;
	nextAt: number | null;
}

/** What a supervisor looks for in the list. */
export const TEAM_STATES = ['findings', 'open', 'planned', 'strengths', 'nothing', 'thin', 'all'] as const;
export type TeamState = (typeof TEAM_STATES)[number];

export interface TeamFigure {
	metric: Metric;
	reached: number;
	expected: number;
}
export interface TeamRow {
	agentId: string;
	name: string;
	teamName: string | null;
	/** `unseen`: not in the comparison at all. */
	verdict: 'findings' | 'nothing' | 'thin' | 'unseen';
	/** Most worth doing. */
	finding: {
		id: string;
		cause: string;
		/** That there is a gap at all. */
		probability: number;
		gaps: TeamFigure[];
		/** Contacts that show it. */
		evidence: number;
		moduleId: string | null;
		/** On its main number; null where no module is recommended. */
		effect: ExpectedEffect | null;
		minutesPerWeek: number | null;
		mentors: { agentId: string; name: string }[];
	} | null;
	/** Findings beside that one. */
	more: number;
	strengths: TeamFigure[];
	next: { id: string; startAt: number; coach: string | null; cause: string } | null;
	last: { id: string; at: number; state: 'held' | 'acknowledged' | 'missed' } | null;
}

export interface TeamView {
	run: { fromDate: string; toDate: string; computedAt: number } | null;
	/** Most worth doing first. */
	rows: TeamRow[];
	/** Of the team that is asked for, whatever the state. */
	counts: Record<TeamState, number>;
	teams: { id: string; name: string }[];
}

/** An agent in one metric, as a person reads it. */
export interface DeskMetric {
	metric: Metric;
	verdict: 'gap' | 'strength' | 'fair' | 'guarded' | 'thin';
	/** By which metric it is guarded, or what is needed before something can be said. */
	detail: unknown;
	observations: number;
	days: number;
	/** As it was, and what was fair to expect of the same contacts: seconds, a share, or the figure itself. */
	reached: number;
	expected: number;
	/** What can be believed of it, with its 90 % interval. */
	level: number;
	low: number;
	high: number;
	/** The same in sds of skill between agents, positive is better. */
	sds: number;
	sdsLow: number;
	sdsHigh: number;
	gapProbability: number;
	/** Week by week as it was, oldest first; null = none. */
	weeks: (number | null)[];
}
export interface DeskFinding {
	id: string;
	cause: string;
	probability: number;
	/** Metrics that are gaps, and those that lean the same way. */
	gaps: string[];
	support: string[];
	evidence: SessionEvidence[];
	recommendations: Recommendation[];
	mentors: { agentId: string; name: string; metric: string; commonWork: number }[];
	mainCase: { queue: string; queueName: string; channel: string; intent: string } | null;
}
export interface AgentDesk {
	agent: { id: string; name: string; teamName: string | null };
	run: { fromDate: string; toDate: string; computedAt: number } | null;
	/** First days of the weeks. */
	weeks: string[];
	metrics: DeskMetric[];
	findings: DeskFinding[];
	sessions: SessionView[];
	/** Of the people whose contacts are shown. */
	names: Record<string, string>;
}
