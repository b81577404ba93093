/**
 * An instance of the public employee shift-scheduling benchmark (Curtois and Qu, schedulingbenchmarks.org).
 * Every instance starts on a Monday; days are numbered from 0.
 */
export interface BenchmarkInstance {
	days: number;
	shifts: BenchmarkShift[];
	staff: BenchmarkPerson[];
	/** Penalty unless the person works that shift that day. */
	onRequests: BenchmarkRequest[];
	/** Penalty if the person works that shift that day. */
	offRequests: BenchmarkRequest[];
	cover: BenchmarkCover[];
}

export interface BenchmarkShift {
	id: string;
	lengthMinutes: number;
	/** Shifts that may not be worked the day after this one. */
	cannotFollow: string[];
}

export interface BenchmarkPerson {
	id: string;
	/** Most shifts of each id; an id not listed may not be worked. */
	maxShifts: Record<string, number>;
	maxTotalMinutes: number;
	minTotalMinutes: number;
	maxConsecutiveShifts: number;
	minConsecutiveShifts: number;
	minConsecutiveDaysOff: number;
	maxWeekends: number;
	daysOff: number[];
}

export interface BenchmarkRequest {
	person: string;
	day: number;
	shift: string;
	weight: number;
}

export interface BenchmarkCover {
	day: number;
	shift: string;
	required: number;
	underWeight: number;
	overWeight: number;
}

/** A roster of an instance: for each person, a shift id or "" for every day. */
export interface BenchmarkRoster {
	assignments: Record<string, string[]>;
}
