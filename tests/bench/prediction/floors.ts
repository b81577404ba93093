import { demoScenario, parseScenario, type Scenario } from '#solver/simulation/index.ts';

/** A floor to forecast: what really happens on it, and what was planned for it. */
export interface BenchFloor {
	name: string;
	scenario: Scenario;
	/** As the planner sees it: without the surges. */
	planned: Scenario;
	/** Whether the predictor is told the forecast and the roster. */
	isPlanned: boolean;
}

const DAY = [
	0.2, 0.15, 0.1, 0.1, 0.1, 0.15, 0.3, 0.9, 2.6, 4.6, 5.6, 5.5, 5.1, 4.6, 4.7, 5.1, 5.2, 4.4, 3.4, 2.8, 2.2,
	1.6, 0.9, 0.4
];
/** Hourly weights by quarter of an hour, without steps. */
const shape = DAY.flatMap((weight, hour) =>
	[0, 1, 2, 3].map((quarter) => weight + (quarter / 4) * (DAY[(hour + 1) % 24]! - weight))
);
/** Three quarters of an hour in which more comes than anybody planned for. */
const surged = (atHours: readonly number[], factor: number) =>
	shape.map((weight, i) =>
		atHours.some((hour) => i >= hour * 4 && i < hour * 4 + 3) ? weight * factor : weight
	);

interface QueueSize {
	id: string;
	/** Contacts in the busiest hour, about. */
	peak: number;
	ahtSeconds: number;
	surges?: { hours: number[]; factor: number };
	patienceSeconds?: number | null;
	threshold?: number;
}

const queue = ({ id, peak, ahtSeconds, patienceSeconds, threshold }: QueueSize, intervalShape: number[]) => ({
	id,
	channel: 'voice',
	skill: id,
	arrivals: {
		weeklyVolume: (peak * 7 * shape.reduce((a, b) => a + b, 0)) / Math.max(...shape) / 4,
		weekdayShape: [1, 1, 1, 1, 1, 1, 1],
		intervalShape
	},
	ahtSeconds,
	ahtCv: 0.8,
	acwSeconds: ahtSeconds / 8,
	concurrency: 1,
	...(patienceSeconds === null ? {} : { patienceSeconds: patienceSeconds ?? 240 }),
	serviceLevel: { share: 0.8, thresholdSeconds: threshold ?? 20 }
});

/** Agents who come in waves, with a lunch that many take at about the same time. */
const agents = (skills: string[], count: number, name: string, lunchAt = 4) =>
	Array.from({ length: count }, (_, i) => {
		const start = [7, 8, 8.5, 9, 12, 13.5][i % 6]! * 3600;
		return {
			id: `${name}${i}`,
			skills: skills.map((skill) => ({ skill, proficiency: 0.7 + ((i * 7) % 5) * 0.05 })),
			shifts: [
				{
					weekdays: [0, 1, 2, 3, 4, 5, 6],
					start,
					end: start + 8.5 * 3600,
					breaks: [
						{ atSeconds: 6600 + (i % 4) * 900, durationSeconds: 900 },
						{ atSeconds: 22_800 + (i % 4) * 900, durationSeconds: 900 }
					],
					lunch: { atSeconds: lunchAt * 3600 + (i % 3) * 900, durationSeconds: 2400 }
				}
			]
		};
	});

const site = { dayVariation: 0.1, absence: 0.07, punctualitySeconds: 120, answerDelaySeconds: 3 };

function floor(
	name: string,
	sizes: readonly QueueSize[],
	staff: ReturnType<typeof agents>,
	isPlanned: boolean
): BenchFloor {
	const make = (shapeOf: (size: QueueSize) => number[]) =>
		parseScenario({ site, queues: sizes.map((size) => queue(size, shapeOf(size))), agents: staff });
	const planned = make(() => shape);
	const scenario = make(({ surges }) => (surges ? surged(surges.hours, surges.factor) : shape));
	// A surge comes on top: it takes nothing from the rest of the week.
	scenario.queues.forEach((real, i) => {
		const sum = (weights: readonly number[]) => weights.reduce((a, b) => a + b, 0);
		real.arrivals.weeklyVolume *=
			sum(real.arrivals.intervalShape) / sum(planned.queues[i]!.arrivals.intervalShape);
	});
	return { name, scenario, planned, isPlanned };
}

/** Scored and calibrated on different floors: sizes, surges and lunches differ by `variant`. */
export function benchFloors(variant: 'scored' | 'calibrated'): BenchFloor[] {
	const by = variant === 'scored' ? 0 : 1;
	const size = (scored: number, calibrated: number) => (by === 0 ? scored : calibrated);
	const silos: QueueSize[] = [
		{
			id: 'small',
			peak: size(26, 34),
			ahtSeconds: size(330, 280),
			surges: { hours: [size(11, 15)], factor: 1.9 }
		},
		{ id: 'middle', peak: size(95, 120), ahtSeconds: size(270, 300) },
		{
			id: 'large',
			peak: size(320, 260),
			ahtSeconds: size(240, 260),
			surges: { hours: [size(14, 10)], factor: 1.5 }
		},
		{ id: 'patient', peak: size(60, 50), ahtSeconds: 420, patienceSeconds: null, threshold: 60 }
	];
	const siloStaff = [
		...agents(['small'], size(5, 6), 's', 3.5),
		...agents(['middle'], size(15, 19), 'm', size(4, 3.5)),
		...agents(['large'], size(41, 36), 'l', size(3.75, 4.25)),
		...agents(['patient'], size(14, 12), 'p', 4)
	];
	const shared: QueueSize[] = [
		{
			id: 'sales',
			peak: size(70, 55),
			ahtSeconds: size(300, 340),
			surges: { hours: [size(13, 16)], factor: 1.7 }
		},
		{ id: 'care', peak: size(120, 150), ahtSeconds: size(260, 240) },
		{
			id: 'faults',
			peak: size(45, 60),
			ahtSeconds: size(420, 380),
			surges: { hours: [size(17, 12)], factor: 2 }
		}
	];
	const sharedStaff = [
		...agents(['sales'], size(7, 6), 'a', 4),
		...agents(['care'], size(8, 10), 'b', size(4, 3.5)),
		...agents(['faults'], size(4, 5), 'c', 3.5),
		...agents(['sales', 'care'], size(8, 8), 'd', 4),
		...agents(['care', 'faults'], size(6, 6), 'e', size(3.75, 4.25)),
		...agents(['sales', 'care', 'faults'], size(3, 2), 'f', 4)
	];
	const demo = demoScenario();
	return [
		floor('one skill each, planned', silos, siloStaff, true),
		floor('shared skills, planned', shared, sharedStaff, true),
		floor('shared skills, nothing planned', shared, sharedStaff, false),
		{ name: 'demo centre, nothing planned', scenario: demo, planned: demo, isPlanned: false },
		{ name: 'one skill each, nothing planned', ...pick(floor('', silos, siloStaff, false)) }
	];
}

const pick = ({ scenario, planned, isPlanned }: BenchFloor) => ({ scenario, planned, isPlanned });
