/** A roster as its page is given it. */
export type GridShift = {
	id: string;
	agentId: string;
	day: number;
	startAt: number;
	endAt: number;
	breaks: {
		startAt: number;
		endAt: number;
		isPaid: boolean;
		kind?: 'break' | 'lunch' | 'training' | 'meeting';
	}[];
};

export type GridAgent = {
	id: string;
	name: string;
	teamId: string | null;
	skillIds: string[];
	maxHoursPerWeek: number;
};

export type GridDay = { date: string; startAt: number; endAt: number };

export type Cover = { at: number; skillId: string | null; required: number; scheduled: number };
