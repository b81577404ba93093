import type { Random } from '../../numeric/random.ts';
import type { Cause } from '../findings/causes.ts';

/** A badness, in sds, moves these figures: positive is worse. */
export const SKILLS = [
	'aht',
	'acw',
	'hold',
	'transfer',
	'fcr',
	'csat',
	'mood',
	'adherence',
	'quality'
] as const;
export type Skill = (typeof SKILLS)[number];
/** By how much one unit of badness moves a figure: of ln seconds, of probits, of points. */
export const SIZE: Record<Skill, number> = {
	aht: 0.12,
	acw: 0.25,
	hold: 0.3,
	transfer: 0.25,
	fcr: 0.2,
	csat: 0.25,
	mood: 0.07,
	adherence: 0.35,
	quality: 0.05
};
export const PLANTED: Partial<Record<Cause, readonly Skill[]>> = {
	knowledge: ['aht', 'hold', 'transfer'],
	'call-control': ['aht'],
	'wrap-up': ['acw'],
	'first-resolution': ['fcr'],
	empathy: ['csat', 'mood'],
	adherence: ['adherence'],
	process: ['quality']
};

export interface CentreOptions {
	agents: number;
	weeks: number;
	seed: number;
	/** Contacts of a full-time agent on a usual day. */
	contactsPerDay?: number;
	/** Share of agents with a planted gap, for each cause. */
	gapShare?: number;
	/** Multiplies the natural differences between agents: 1 = as in life, 0 = all alike. */
	naturalSpread?: number;
	/** Coaching that is done, and by how much it lowers the badness from its day on. */
	coached?: readonly { agent: number; day: number; skill: Skill; lowers: number }[];
}

export interface PlannedLine {
	queue: string;
	channel: 'voice' | 'chat' | 'email';
	language: string;
	logTalk: number;
	logAcw: number;
	/** Spread of ln talk. */
	talkSpread: number;
	probit: { hold: number; transfer: number; fcr: number; csat: number };
	intentWeights: number[];
	hourShift: number;
}
export interface PlannedAgent {
	lines: { line: number; share: number }[];
	tilt: number[];
	tenureDays: number;
	volume: number;
	startHour: number;
	daysOff: [number, number];
	weekendsOff: boolean;
	badness: Record<Skill, number>;
	planted: Cause | null;
	/** By intent, of ln talk: some know some subjects better. */
	intentSkill: number[];
	leavesAfter: number;
}
export interface CentrePlan {
	lines: PlannedLine[];
	intents: string[];
	/** By line and intent. */
	caseTalk: number[][];
	caseProbit: number[][];
	agents: PlannedAgent[];
}

/** Right-skewed, mean 0 and sd 1: a few are far worse than the rest, hardly anybody far better. */
const skewed = (random: Random): number => {
	let sum = 0;
	for (let i = 0; i < 6; i++) sum += random.exponential(1);
	return (sum - 6) / Math.sqrt(6);
};

export function planCentre(random: Random, options: CentreOptions): CentrePlan {
	const lineCount = Math.max(3, Math.min(14, Math.round(options.agents / 25)));
	const intents = Array.from({ length: 8 }, (_, i) => `intent-${i}`);
	const lines = Array.from({ length: lineCount }, (_, i): PlannedLine => {
		const channel = i % 4 === 2 ? 'chat' : i % 7 === 5 ? 'email' : 'voice';
		return {
			queue: `queue-${i}`,
			channel,
			language: i % 3 === 2 ? 'en' : 'es',
			logTalk: 5.3 + 0.4 * random.normal() + (channel === 'voice' ? 0 : 0.5),
			logAcw: 3.4 + 0.3 * random.normal(),
			talkSpread: 0.45 + 0.3 * random.uniform(),
			probit: {
				hold: -1.1 + 0.4 * random.normal(),
				transfer: -1.5 + 0.3 * random.normal(),
				fcr: 0.7 + 0.35 * random.normal(),
				csat: 0.5 + 0.3 * random.normal()
			},
			intentWeights: intents.map(() => random.exponential(1)),
			hourShift: 24 * random.uniform()
		};
	});
	const gapShare = options.gapShare ?? 0.05;
	const natural = options.naturalSpread ?? 1;
	const causes = Object.keys(PLANTED) as Cause[];
	const agents = Array.from({ length: options.agents }, (_, a): PlannedAgent => {
		const main = random.below(lineCount);
		const second = random.below(lineCount);
		const share = second === main || random.uniform() < 0.4 ? 1 : 0.55 + 0.4 * random.uniform();
		const draw = random.uniform();
		const planted = draw < gapShare * causes.length ? causes[Math.floor(draw / gapShare)]! : null;
		const general = skewed(random);
		const badness = Object.fromEntries(
			SKILLS.map((skill) => [skill, natural * 0.85 * (0.9 * skewed(random) + 0.43 * general)])
		) as Record<Skill, number>;
		for (const skill of planted ? PLANTED[planted]! : [])
			badness[skill] = Math.max(badness[skill], 1.05 + 0.25 * random.exponential(1));
		return {
			lines:
				share === 1
					? [{ line: main, share }]
					: [
							{ line: main, share },
							{ line: second, share: 1 - share }
						],
			tilt: intents.map(() => Math.exp(0.5 * random.normal())),
			tenureDays: Math.round(random.uniform() < 0.2 ? 90 * random.uniform() : 90 + random.exponential(700)),
			volume: (random.uniform() < 0.15 ? 0.25 : 1) * Math.exp(0.3 * random.normal()),
			startHour: [7, 9, 9, 13, 15][random.below(5)]!,
			daysOff: [random.below(7), random.below(7)],
			weekendsOff: random.uniform() < 0.5,
			badness,
			planted,
			intentSkill: intents.map(() => 0.04 * natural * random.normal()),
			// One in twelve joins late or leaves early.
			leavesAfter: a % 12 === 7 ? 0.3 + 0.5 * random.uniform() : 1
		};
	});
	return {
		lines,
		intents,
		caseTalk: lines.map(() => intents.map(() => 0.3 * random.normal())),
		caseProbit: lines.map(() => intents.map(() => 0.25 * random.normal())),
		agents
	};
}
