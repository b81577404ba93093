/** A compound rate of change, the first planned month being the base: after m months the factor is (1 + rate)^m, or ^(m/12). */
export interface Rate {
	/** A fraction above −1: 0.1 is 10 % more. */
	rate: number;
	per: 'month' | 'year';
}

/** From this month (0 = the first planned) on, times this factor. */
export interface MonthStep {
	month: number;
	factor: number;
}

/** From this month on, so many points of containment more: a fraction, 0.1 is ten points. */
export interface PointStep {
	month: number;
	points: number;
}

/** What is expected to change against what was measured. */
export interface CapacityChanges {
	growth: Rate;
	volumeSteps: readonly MonthStep[];
	ahtRate: Rate;
	ahtSteps: readonly MonthStep[];
	/** Points a year, gained evenly month by month. */
	containmentPerYear: number;
	containmentSteps: readonly PointStep[];
}

/** How a week's contacts lie: a row for each weekday, 0 = Sunday, a share for each interval; above 0 where it is open. */
export interface WeekProfile {
	intervalSeconds: number;
	/** Seven rows of equal length; any scale. */
	shares: readonly ArrayLike<number>[];
}

/** A queue, or queues whose people and customers are one. */
export interface CapacityFamily {
	id: string;
	name: string;
	/** Contacts of each planned month before any change, those that bots resolve included. */
	contactsByMonth: ArrayLike<number>;
	ahtSeconds: number;
	/** Share of contacts that meet a bot, and share of those that it resolves. */
	bots: { share: number; containment: number };
	serviceLevel: { share: number; thresholdSeconds: number };
	/** Null: nobody abandons (Erlang C). */
	patienceSeconds: number | null;
	/** Contacts that one agent handles at once. */
	concurrency: number;
	/** Agents who must be there whenever it is open. */
	minimumAgents: number;
	/** Work that may wait for hours (e-mail): planned as hours of work, not as contacts that wait for a free agent. */
	isDeferred: boolean;
	profile: WeekProfile;
	/**
	 * Families of the same number share their people and are planned as one queue, first come first served: every agent of
	 * the pool takes any of its contacts. Null or left out: people of its own. The truth of a centre whose people have some
	 * of the skills lies between the two, near to the pool (Wallace & Whitt 2005).
	 */
	pool?: number | null;
	/** In place of the changes common to all. */
	changes?: Partial<CapacityChanges>;
}

/** A training class: so many people begin, and are paid, on the first of the month. */
export interface HiringClass {
	month: number;
	heads: number;
}

export interface CapacityPeople {
	/** Trained people on the first day. */
	heads: number;
	fullTimeHoursPerWeek: number;
	/** Share of all people who work fewer hours. */
	partTime: { share: number; hoursPerWeek: number };
	/** Share of paid time without contacts (breaks, meetings, holidays, sickness): one, or one a month. */
	shrinkage: number | ArrayLike<number>;
	/** Share of the time on contacts that falls where it is required; shifts never fit a curve. */
	scheduleFit: number;
	/** Share of people who leave in a month; `early` for those in their first months, training included. */
	attrition: { monthly: number; early: { monthly: number; months: number } | null };
	classes: readonly HiringClass[];
	/** From the decision to hire to the first day of training. */
	leadWeeks: number;
	/** Paid, not yet productive. */
	trainingWeeks: number;
	/** Nesting: what share of a trained person's work is done in the weeks after training, step by step. */
	ramp: readonly { weeks: number; productivity: number }[];
	/** After nesting what is missing halves in so many weeks; null: nothing is missing. */
	learningHalfLifeWeeks: number | null;
	/** Hours on top of contract hours that may be asked for when short, as a share of them. */
	overtimeShare: number;
}

/** Money in one currency. */
export interface CapacityCost {
	payPerHour: number;
	/** Employer's load on pay: 0.32 is 32 %. */
	loadShare: number;
	/** What an overtime hour is paid, times the usual. */
	overtimeFactor: number;
	/** Once for each person hired. */
	perHire: number;
	/** Trainers, rooms and material, once for each person trained; the pay of trainees is counted as pay. */
	trainingPerHire: number;
	/** Place, equipment and licences of a person in a month. */
	perHeadMonth: number;
	perBotConversation: number;
}

export interface CapacityInput {
	/** YYYY-MM. */
	firstMonth: string;
	/** 1 to 24. */
	monthCount: number;
	families: readonly CapacityFamily[];
	changes: CapacityChanges;
	/** Largest share of their time on contacts that people may be busy; null: no cap. */
	maxOccupancy: number | null;
	people: CapacityPeople;
	cost: CapacityCost;
}
