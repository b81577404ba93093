import { seededRandom } from './seeded-random.ts';

const INTERVAL = 15;
const OPEN = { from: 7 * 60, to: 23 * 60 };
const DAYS_IN_WEEK = 7;
/** Of the paid hours that contracts allow, how many the demand asks for: a centre that just has people enough. */
const ASKED_SHARE = 0.88;

export interface CentreSize {
	agents: number;
	weeks: number;
	/** 1: everybody does everything; more: each knows one to all of them. */
	skills: number;
	seed: number;
}

const pause = (offsetMinute: number, lengthMinutes: number, paid: boolean) => ({
	...{ offsetMinute, lengthMinutes, paid },
	kind: paid ? 'break' : 'lunch'
});
const SHIFTS = [
	{
		id: 'full',
		lengthMinutes: 510,
		breaks: [pause(120, 15, true), pause(240, 30, false), pause(390, 15, true)]
	},
	{ id: 'short', lengthMinutes: 360, breaks: [pause(180, 15, true)] },
	{ id: 'half', lengthMinutes: 240, breaks: [pause(120, 15, true)] }
];

/** Terms of employment, and how many of ten people have them. */
const CONTRACTS = [
	{ of: 5, hours: { minHoursPerWeek: 36, maxHoursPerWeek: 40 } },
	{ of: 3, hours: { minHoursPerWeek: 26, maxHoursPerWeek: 32 } },
	{ of: 2, hours: { minHoursPerWeek: 16, maxHoursPerWeek: 20 } }
];

/** How much of a full day each weekday asks for, from Monday on. */
const WEEKDAYS = [1.1, 1.04, 1, 0.98, 1.02, 0.72, 0.56];

/** A day with a high before noon and a lower one in the afternoon, as contact centres have it; 0 outside opening hours. */
function curve(minute: number): number {
	if (minute < OPEN.from || minute >= OPEN.to) return 0;
	const hour = minute / 60;
	const hill = (at: number, width: number) => Math.exp(-(((hour - at) / width) ** 2));
	return 0.22 + 0.78 * hill(11.2, 2.6) + 0.62 * hill(16.6, 2.4);
}

/**
 * A centre made by chance, as the rostering engine's JSON: demand by skill in quarters of an hour with noise of its own
 * size, shifts with breaks that start every half hour, full and part time, and here and there a day of leave. The same size
 * and seed give the same centre.
 */
export function generatedCentre({ agents, weeks, skills, seed }: CentreSize): object {
	const below = seededRandom(seed);
	const days = weeks * DAYS_IN_WEEK;
	const names = Array.from({ length: skills }, (_, s) => `skill-${s + 1}`);
	const people = Array.from({ length: agents }, (_, a) => {
		let draw = below(10);
		const { hours } = CONTRACTS.find((one) => (draw -= one.of) < 0)!;
		const first = below(skills);
		return {
			id: `agent-${a + 1}`,
			skills: names.filter((_, s) => s === first || below(10) < 3),
			contract: {
				...hours,
				...{ maxHoursPerDay: 9, minRestHours: 12, maxConsecutiveDays: 6, minDaysOffPerWeek: 2 }
			},
			daysOff: below(12) === 0 ? [below(days)] : []
		};
	});
	const shifts = SHIFTS.flatMap(({ id, lengthMinutes, breaks }) => {
		const starts = [];
		for (let at = OPEN.from; at + lengthMinutes <= OPEN.to; at += 30) starts.push(at);
		return starts.map((startMinute) => ({ id: `${id} ${startMinute}`, startMinute, lengthMinutes, breaks }));
	});

	// Who knows a skill does so much of its work as there are others that they know.
	const shareOf = names.map(
		(name) =>
			people.reduce((sum, one) => sum + (one.skills.includes(name) ? 1 / one.skills.length : 0), 0) / agents
	);
	const allowed = people.reduce((sum, { contract }) => sum + contract.maxHoursPerWeek, 0) * weeks;
	let units = 0;
	for (let day = 0; day < days; day++)
		for (let at = 0; at < 1_440; at += INTERVAL) units += WEEKDAYS[day % DAYS_IN_WEEK]! * curve(at);
	const heads = (allowed * ASKED_SHARE) / (units * (INTERVAL / 60));
	const demand = [];
	for (let day = 0; day < days; day++)
		for (let at = OPEN.from; at < OPEN.to; at += INTERVAL)
			for (const [s, skill] of names.entries()) {
				const mean = heads * WEEKDAYS[day % DAYS_IN_WEEK]! * curve(at) * shareOf[s]!;
				// Twelve uniform draws are near enough to the normal noise that counts of contacts have.
				let normal = -6;
				for (let i = 0; i < 12; i++) normal += below(1_000) / 1_000;
				const wanted = Math.round(mean + 0.35 * Math.sqrt(mean) * normal);
				if (wanted > 0) demand.push({ day, fromMinute: at, skill, agents: wanted });
			}
	return {
		version: 1,
		horizon: { start: '2026-11-23', days },
		intervalMinutes: INTERVAL,
		...{ shifts, agents: people, demand },
		// In hours of pay; the rest as it is when a planner says nothing.
		weights: { paidHour: 1 }
	};
}
