/**
 * What a person's work must keep. Hours are paid hours (unpaid breaks excluded), weeks run from Monday to Sunday, and a
 * rule that is left out does not hold.
 */
export interface Contract {
	/** Equal to the most: exactly these hours. */
	minHoursPerWeek: number;
	maxHoursPerWeek: number;
	maxHoursPerDay: number;
	minRestHours: number;
	maxConsecutiveDays: number;
	minDaysOffPerWeek: number;
	/** Runs that touch an edge of the horizon may be shorter than the next two. */
	minConsecutiveDays: number;
	minConsecutiveDaysOff: number;
	/** Most weekends with work on Saturday or Sunday in the horizon; null for no limit. */
	maxWeekends: number | null;
	/** Work on Saturday and Sunday or on neither; a weekend cut by the horizon is free. */
	wholeWeekends?: boolean;
	/** Every whole week has a stretch without work of so many hours, from Monday 00:00 to Sunday 24:00. */
	minWeeklyRestHours?: number;
	hoursPerPeriod?: HoursPerPeriod[];
	/** Which shifts are nights; `DEFAULT_NIGHT` where it is left out. */
	night?: NightSpan;
	maxConsecutiveNights?: number;
	/** Runs of nights that touch an edge of the horizon may be shorter. */
	minConsecutiveNights?: number;
	/** From one day to the next the shift starts no earlier; a day off ends that. */
	forwardOnly?: boolean;
	startSpread?: StartSpread;
	/** Names for shifts by when they start, for `sequences`. */
	kinds?: ShiftKind[];
	sequences?: SequenceRule[];
	breakRules?: BreakRules;
	minors?: MinorRules;
}

/**
 * Paid hours of any so many weeks in a row, or of the whole horizon. Where the horizon cuts a period, the least counts
 * in proportion to its days; a day of leave lowers it as it lowers a week's.
 */
export interface HoursPerPeriod {
	/** null: the whole horizon, whatever its length. */
	weeks: number | null;
	minHours: number;
	/** null for no limit. */
	maxHours: number | null;
}

/** A shift is a night when it lies in one such span of the clock for at least so long, breaks included. */
export interface NightSpan {
	/** Minutes of the day; an end before the start is the next day's. */
	fromMinute: number;
	toMinute: number;
	minHours: number;
}

/**
 * Three hours of daily work in night time make a night worker (Directive 2003/88/EC, article 2(4)(a)); night time holds
 * at least 00:00 to 05:00 (2(3)), and 22:00 to 06:00 in Spain (Estatuto de los Trabajadores, article 36.1). From 00:00
 * on, so that an evening shift that ends at 01:00 is none: where the law's own span is to count, the contract says so.
 */
export const DEFAULT_NIGHT: NightSpan = { fromMinute: 0, toMinute: 360, minHours: 3 };

/** Starts within a calendar week, or from one day off to the next, lie no further apart than this. */
export interface StartSpread {
	minutes: number;
	per: 'week' | 'run';
}

/** Shifts that start from one minute of the day to before another; an end before the start is the next day's. */
export interface ShiftKind {
	id: string;
	fromMinute: number;
	toMinute: number;
}

/**
 * After days that match `after`, one by one, the next day is one of `then`, or none of `never`. Each is `off`, `work`,
 * `night`, the id of one of the contract's `kinds`, or a shift's id.
 */
export interface SequenceRule {
	after: string[];
	then?: string[];
	never?: string[];
}

/** A pause is a part of kind break or lunch, or of none; a meal is lunch, or an unpaid pause without a kind. */
export interface BreakRules {
	/** Longest time without a pause. */
	maxStretchMinutes?: number;
	/** Least time between two pauses. */
	minBetweenMinutes?: number;
	/** Shifts of this length or longer have a meal, and any meal begins so long after the shift's start. */
	meal?: { shiftMinutes: number; fromMinute: number; toMinute: number };
}

/** Stricter than the contract's own where they are. */
export interface MinorRules {
	maxHoursPerDay: number;
	minRestHours: number;
	/** No work before and after these minutes of the day. */
	fromMinute: number;
	toMinute: number;
}

/**
 * Of people under 18 who need not go to school: Directive 94/33/EC, articles 8(2), 9(1)(b) and 10(1)(b). Its 40 hours a
 * week (8(2)), two days of rest a week (10(2)) and break after four and a half hours (12) are the contract's own rules.
 */
export const DEFAULT_MINORS: MinorRules = {
	maxHoursPerDay: 8,
	minRestHours: 12,
	fromMinute: 360,
	toMinute: 1320
};
