import { describe, expect, it } from 'vitest';
import { erlangA, erlangC } from '#solver/queueing/index.ts';
import type { OracleQueue } from './birth-death.ts';
import { compare, GRID, simulateGrid, theory } from './simulation-agrees.ts';

const SEED = 4711;
const simulated = simulateGrid(SEED);

describe('simulation agrees within its 99 % interval where theory is exact', () => {
	it(`Erlang A and Erlang C over ${GRID.length} queues`, () => {
		const { compared, misses, allowed, first } = compare(simulated, theory);
		console.log(
			`simulation, seed ${SEED}: ${misses} of ${compared} figures outside their 99 % interval (chance explains up to ${allowed})`
		);
		expect(compared).toBeGreaterThan(150);
		expect(misses, first).toBeLessThanOrEqual(allowed);
	});

	it.each([
		[
			'patience a tenth too long',
			(queue: OracleQueue) => theory({ ...queue, patienceSeconds: queue.patienceSeconds * 1.1 })
		],
		[
			'load 2 % too high',
			(queue: OracleQueue) => theory({ ...queue, loadErlangs: queue.loadErlangs * 1.02 })
		],
		[
			'a service level of the answered in place of the offered',
			(queue: OracleQueue) => {
				const at = theory(queue);
				return { ...at, serviceLevel: at.serviceLevel / (1 - at.abandonment) };
			}
		],
		[
			'Erlang C, its waits cut off by patience, in place of Erlang A',
			(queue: OracleQueue) => {
				const c = erlangC(queue);
				if (c.status === 'unstable' || queue.patienceSeconds === Infinity) return theory(queue);
				return {
					...c,
					abandonment: c.probabilityOfWait * (1 - Math.exp(-c.asaSeconds / queue.patienceSeconds))
				};
			}
		],
		[
			'the average wait of all in place of that of the answered',
			(queue: OracleQueue) =>
				queue.patienceSeconds === Infinity
					? theory(queue)
					: { ...theory(queue), asaSeconds: erlangA(queue).averageWaitSeconds }
		]
	])('and would not with a wrong formula: %s', (_, wrong) => {
		const { misses, allowed } = compare(simulated, wrong);
		expect(misses).toBeGreaterThan(2 * allowed);
	});
});
