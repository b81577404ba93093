import { describe, expect, it } from 'vitest';
import { explainBreach } from './explain-breach.ts';
import { freeAgent, steadyFloor, steadyQueue } from './testing.ts';

const kinds = (causes: ReturnType<typeof explainBreach>) => causes.map(({ kind }) => kind);

describe('explainBreach()', () => {
	it('compares what comes with what the agents carry', () => {
		// 120 an hour at 240 s are 8 Erlangs; 6 agents carry 90.
		expect(explainBreach(steadyFloor(6), 0, 900)).toEqual([
			{ kind: 'load', perHour: 120, carriesPerHour: 90, agents: 6 }
		]);
	});

	it('compares them also where nothing stands out', () => {
		expect(explainBreach(steadyFloor(9), 0, 900)).toEqual([
			{ kind: 'load', perHour: 120, carriesPerHour: 135, agents: 9 }
		]);
	});

	it('counts an agent of two queues by the part that its load is of theirs', () => {
		const queues = [steadyQueue(), steadyQueue({ id: 'r', arrivals: new Array<number>(12).fill(30) })];
		const agents = Array.from({ length: 4 }, () => freeAgent({ queues: [0, 1] }));
		expect(explainBreach({ queues, agents }, 0, 900)[0]).toMatchObject({ kind: 'load', agents: 1 });
	});

	it('names who leaves before the breach, by why, less those who come back', () => {
		const leaves = (reason: string, inSeconds: number) =>
			freeAgent({ changes: [{ inSeconds, spreadSeconds: 0, isServing: false, reason }] });
		const floor = steadyFloor(9);
		const agents = [...floor.agents, leaves('lunch', 600), leaves('lunch', 400), leaves('offline', 3000)];
		expect(explainBreach({ ...floor, agents }, 0, 900)).toContainEqual({
			kind: 'leaving',
			reason: 'lunch',
			agents: 2,
			inSeconds: 400
		});
		const back = freeAgent({
			isServing: false,
			changes: [{ inSeconds: 100, spreadSeconds: 0, isServing: true, reason: 'break' }]
		});
		expect(kinds(explainBreach({ ...floor, agents: [...agents, back, back] }, 0, 900))).not.toContain(
			'leaving'
		);
	});

	it('names a line that is too long to be taken in time, a surge, and longer handling', () => {
		const floor = steadyFloor(9, {
			waitingSeconds: [1, 2, 3, 4, 5],
			usualArrivals: new Array<number>(12).fill(6),
			handle: { meanSeconds: 240, cv: 1, meanError: 0, wrapSeconds: 30, usualSeconds: 180 }
		});
		const causes = explainBreach(floor, 0, 0);
		expect(causes).toContainEqual({ kind: 'backlog', waiting: 5 });
		expect(causes).toContainEqual({ kind: 'surge', perHour: 120, usualPerHour: 72 });
		expect(causes).toContainEqual({ kind: 'handle-time', ahtSeconds: 240, usualSeconds: 180 });
	});

	it('takes what chance brings for no surge', () => {
		const usualArrivals = new Array<number>(12).fill(1);
		const floor = steadyFloor(9, { arrivals: new Array<number>(12).fill(1.3), usualArrivals });
		expect(kinds(explainBreach(floor, 0, 900))).not.toContain('surge');
	});

	it('says that nobody is there, and nothing else', () => {
		const away = freeAgent({ isServing: false });
		expect(explainBreach({ queues: [steadyQueue()], agents: [away] }, 0, 0)).toEqual([{ kind: 'nobody' }]);
	});
});
