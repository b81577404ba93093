import { createRandom } from '../../numeric/random.ts';
import { FactBuilder } from '../facts/fact-builder.ts';
import type { PerformanceFacts } from '../facts/performance-facts.ts';

export interface Person {
	id: string;
	/** Share of contacts from the hard queue, on which everything takes twice as long and every second one comes back. */
	hardShare: number;
	/** Added to ln handle time. */
	slower?: number;
	contactsPerDay?: number;
}
export interface TwoQueues {
	people: readonly Person[];
	days?: number;
	seed?: number;
	/** Multiplies every duration. */
	scale?: number;
	/** People on a queue that nobody else serves. */
	elsewhere?: number;
}

/** An easy and a hard queue; the draws of a person depend on the person's name alone. */
export function twoQueues({
	people,
	days = 40,
	seed = 1,
	scale = 1,
	elsewhere = 0
}: TwoQueues): PerformanceFacts {
	const others = Array.from({ length: elsewhere }, (_, i) => ({ id: `elsewhere-${i}`, hardShare: 0 }));
	const all: Person[] = [...people, ...others];
	const builder = new FactBuilder(
		all.map(({ id }) => ({ id, tenureDays: null })),
		days
	);
	const root = createRandom(seed);
	for (const person of all) {
		const { id, hardShare, slower = 0, contactsPerDay = 25 } = person;
		const random = root.fork(id);
		for (let day = 0; day < days; day++) {
			const shock = 0.08 * random.normal();
			for (let k = random.poisson(contactsPerDay); k > 0; k--) {
				const isHard = random.uniform() < hardShare;
				const talk = Math.exp(5 + (isHard ? Math.LN2 : 0) + slower + shock + 0.5 * random.normal()) * scale;
				const hour = random.below(3);
				const isResolved = random.uniform() < (isHard ? 0.5 : 0.85);
				builder.add({
					agent: id,
					day,
					queue: id.startsWith('elsewhere') ? 'elsewhere' : isHard ? 'hard' : 'easy',
					channel: 'voice',
					intent: isHard ? 'fault' : 'question',
					band: `b${hour}`,
					handled: 1,
					talkSeconds: talk,
					logHandle: Math.log(talk),
					logHandleSquares: Math.log(talk) ** 2,
					fcrClosed: 1,
					fcrResolved: isResolved ? 1 : 0
				});
			}
		}
	}
	return builder.build();
}
