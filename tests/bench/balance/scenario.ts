import { createRandom } from '#solver/numeric/random.ts';
import { parseScenario } from '#solver/simulation/index.ts';
import type { BenchFloor } from '../prediction/floors.ts';

const DAY = [
	0.2, 0.15, 0.1, 0.1, 0.1, 0.15, 0.3, 0.9, 2.6, 4.6, 5.6, 5.5, 5.1, 4.6, 4.7, 5.1, 5.2, 4.4, 3.4, 2.8, 2.2,
	1.6, 0.9, 0.4
];
const QUARTERS = 4;
const shape = DAY.flatMap((weight, hour) =>
	Array.from({ length: QUARTERS }, (_, k) => weight + (k / QUARTERS) * (DAY[(hour + 1) % 24]! - weight))
);

/** Queues of a middling centre: contacts in the busiest hour, handle time, agents whose own queue it is. */
const QUEUES = [
	{ id: 'billing', peak: 120, ahtSeconds: 300, agents: 24 },
	{ id: 'support', peak: 95, ahtSeconds: 360, agents: 23 },
	{ id: 'sales', peak: 70, ahtSeconds: 330, agents: 16 },
	{ id: 'care', peak: 110, ahtSeconds: 240, agents: 18 },
	{ id: 'faults', peak: 50, ahtSeconds: 400, agents: 14 }
];
const SURGES = 3;
const [FIRST_HOUR, LAST_HOUR] = [9, 17];
/** Share of one queue's people who do not come that day, besides the usual. */
const ABSENT_SHARE = 0.4;

export interface LoopDay extends BenchFloor {
	/** By agent: the queue they are planned for. */
	ownQueue: Map<string, string>;
}

/** One seeded day: surges that nobody planned for, one queue's team hit by absence, the usual lateness. */
export function loopDay(seed: number): LoopDay {
	const random = createRandom(seed).fork('loop day');
	const lift = new Map(QUEUES.map(({ id }) => [id, shape.map(() => 1)]));
	for (let s = 0; s < SURGES; s++) {
		const queue = QUEUES[random.below(QUEUES.length)]!;
		const from = Math.floor((FIRST_HOUR + (LAST_HOUR - FIRST_HOUR) * random.uniform()) * QUARTERS);
		const length = 6 + random.below(7);
		const factor = 1.5 + 0.7 * random.uniform();
		for (let k = from; k < from + length; k++) lift.get(queue.id)![k] = factor;
	}
	const hit = QUEUES[random.below(QUEUES.length)]!.id;
	const ownQueue = new Map<string, string>();
	const people = QUEUES.flatMap(({ id, agents }, q) =>
		Array.from({ length: agents }, (_, i) => {
			ownQueue.set(`${id}-${i}`, id);
			// Two in three can help elsewhere, half of them in two other queues.
			const others = i % 3 === 0 ? [] : i % 3 === 1 ? [1 + (i % 4)] : [1 + (i % 4), 1 + ((i + 1) % 4)];
			const start = [7, 8, 8.5, 9, 12, 13.5][i % 6]! * 3600;
			return {
				id: `${id}-${i}`,
				skills: [
					{ skill: id, proficiency: 0.75 },
					...others.map((k) => ({ skill: QUEUES[(q + k) % QUEUES.length]!.id, proficiency: 0.6 }))
				],
				shifts: [
					{
						weekdays: [0, 1, 2, 3, 4, 5, 6],
						start,
						end: start + 8.5 * 3600,
						breaks: [
							{ atSeconds: 5400 + (i % 5) * 900, durationSeconds: 900 },
							{ atSeconds: 23_400 + (i % 5) * 600, durationSeconds: 900 }
						],
						lunch: { atSeconds: 13_500 + (i % 6) * 1200, durationSeconds: 1800 }
					}
				]
			};
		})
	);
	const site = {
		name: 'Loop',
		absence: 0.04,
		punctualitySeconds: 120,
		dayVariation: 0.08,
		utcOffsetSeconds: 0
	};
	const of = (isReal: boolean) =>
		parseScenario({
			site,
			queues: QUEUES.map(({ id, peak, ahtSeconds }) => {
				const real = shape.map((weight, k) => weight * (isReal ? lift.get(id)![k]! : 1));
				const perHour = peak / Math.max(...shape);
				return {
					id,
					channel: 'voice',
					skill: id,
					arrivals: {
						weeklyVolume: (7 * perHour * real.reduce((a, b) => a + b, 0)) / QUARTERS,
						weekdayShape: [1, 1, 1, 1, 1, 1, 1],
						intervalShape: real
					},
					ahtSeconds,
					ahtCv: 0.8,
					acwSeconds: ahtSeconds / 8,
					concurrency: 1,
					patienceSeconds: 240,
					serviceLevel: { share: 0.8, thresholdSeconds: 20 }
				};
			}),
			agents: isReal ? people.filter(({ id }) => ownQueue.get(id) !== hit || random.uniform() >= ABSENT_SHARE) : people // prettier-ignore
		});
	const [planned, scenario] = [of(false), of(true)];
	return { name: `day ${seed}`, scenario, planned, isPlanned: true, ownQueue };
}
