import { existsSync, readFileSync } from 'node:fs';
import { erlangA, erlangB, erlangC } from '#solver/queueing/index.ts';
import {
	dayRequirement,
	evaluateStaffing,
	staffingPlan,
	type StaffingPlanInput,
	type StaffingTargets
} from '#solver/staffing/index.ts';
import { createRandom } from '#solver/numeric/random.ts';
import { compare, GRID, simulateGrid, theory } from '../golden/queueing/oracle/simulation-agrees.ts';

const QUEUES = 50;
const DAYS = 28;
const INTERVALS = 96;

/** Closed at night, a morning and an afternoon hump, quiet weekends; Poisson noise on top. */
function queue(index: number, varyingAht: boolean): StaffingPlanInput & { volumes: Float64Array } {
	const random = createRandom(1000 + index);
	const peak = 4 + 96 * random.uniform() ** 2;
	const aht = 150 + 300 * random.uniform();
	const volumes = Float64Array.from({ length: DAYS * INTERVALS }, (_, i) => {
		const hour = (i % INTERVALS) / 4;
		if (hour < 7 || hour >= 21) return 0;
		const shape = Math.exp(-((hour - 10.5) ** 2) / 5) + 0.8 * Math.exp(-((hour - 16) ** 2) / 7);
		const weekend = Math.floor(i / INTERVALS) % 7 > 4 ? 0.4 : 1;
		return random.poisson(0.3 + peak * shape * weekend);
	});
	return {
		volumes,
		ahtSeconds: varyingAht ? Float64Array.from(volumes, () => aht * (0.9 + 0.2 * random.uniform())) : aht,
		patienceSeconds: 60 + 240 * random.uniform(),
		intervalSeconds: 900,
		serviceLevel: { share: 0.8, thresholdSeconds: 20 },
		shrinkage: 0.3
	};
}

/** What anyone would write first: each interval on its own, one agent more until the target is met. */
function straightforward(input: StaffingPlanInput): number[] {
	return Array.from(input.volumes, (volume, i) => {
		if (volume === 0) return 0;
		const ahtSeconds = typeof input.ahtSeconds === 'number' ? input.ahtSeconds : input.ahtSeconds[i]!;
		const { intervalSeconds, serviceLevel } = input;
		const patienceSeconds = input.patienceSeconds as number;
		const interval = { intervalSeconds, serviceLevel, volume, ahtSeconds, patienceSeconds };
		for (let agents = 1; ; agents++) {
			const at = evaluateStaffing(interval, agents);
			if (at.status === 'stable' && at.serviceLevel! >= input.serviceLevel!.share) return agents;
		}
	});
}

function worstRelativeError(): number | null {
	const file = new URL('../../../shared/reference/erlang.json', import.meta.url);
	if (!existsSync(file)) return null;
	let worst = 0;
	for (const c of JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>[]) {
		const at = erlangA({
			loadErlangs: Number(c.A),
			agents: Number(c.N),
			ahtSeconds: 1,
			patienceSeconds: Number(c.patience_over_AHT),
			thresholdSeconds: Number(c.T_over_AHT)
		});
		const load = Number(c.A);
		const calm = {
			loadErlangs: load,
			agents: Number(c.N),
			ahtSeconds: 1,
			thresholdSeconds: Number(c.T_over_AHT)
		};
		const withoutAbandonment = erlangC(calm);
		const ofC =
			withoutAbandonment.status === 'stable'
				? ([
						[withoutAbandonment.probabilityOfWait, c.erlangC],
						[withoutAbandonment.serviceLevel, c.SL_C],
						[withoutAbandonment.asaSeconds, c.ASA_C_over_AHT]
					] as const)
				: [];
		for (const [got, want] of [
			...ofC,
			[erlangB(load, Number(c.N)), c.erlangB],
			[at.probabilityOfWait, c.A_Pwait],
			[at.abandonment, c.A_Pab],
			[at.averageWaitSeconds, c.A_EW_over_AHT],
			[at.serviceLevel, c.A_P_served_within_T]
		] as const)
			worst = Math.max(worst, Number(want) === 0 ? got : Math.abs(got / Number(want) - 1));
	}
	return worst;
}

/** Processor seconds of this process, so that a busy machine does not blur the figure. */
function timed<T>(run: () => T): { seconds: number; result: T } {
	const start = process.cpuUsage();
	const result = run();
	const { user, system } = process.cpuUsage(start);
	return { seconds: (user + system) / 1e6, result };
}

/** Erlang A requirements for 50 queues × 4 weeks × 15 minutes: right first, then how fast. */
export default async function bench(): Promise<boolean> {
	const worst = worstRelativeError();
	if (worst === null) console.log('SKIPPED: ../shared/reference/erlang.json is absent.');
	else console.log(`golden: worst relative error over all figures ${worst.toExponential(1)} (wanted ≤ 1e-9)`);

	let good = worst === null || worst <= 1e-9;
	for (const varyingAht of [false, true]) {
		const queues = Array.from({ length: QUEUES }, (_, i) => queue(i, varyingAht));
		const some = queues.filter((_, i) => i % 10 === 0);
		const reference = timed(() => some.map(straightforward));
		const same = some.map((input) => staffingPlan(input).map(({ agents }) => agents));
		const agrees = JSON.stringify(same) === JSON.stringify(reference.result);
		const runs = [1, 2, 3].map(() => timed(() => queues.map((input) => staffingPlan(input))));
		const best = Math.min(...runs.map(({ seconds }) => seconds));
		const slow = (reference.seconds * QUEUES) / some.length;
		const most = runs[0]!.result.flat().reduce((most, { agents }) => Math.max(most, agents), 0);
		console.log(
			`AHT ${varyingAht ? 'of each interval' : 'of the queue'}: ${QUEUES * DAYS * INTERVALS} intervals (up to ${most} agents) ` +
				`in ${runs.map(({ seconds }) => seconds.toFixed(2)).join(' / ')} s of processor; the straightforward search would take ` +
				`${slow.toFixed(1)} s, ratio ${(slow / best).toFixed(1)}; answers ${agrees ? 'agree' : 'DIFFER'} on ${some.length} queues`
		);
		good &&= agrees && best <= 1;
	}
	growth();
	byDay();
	good &&= simulation();
	console.log(good ? 'holds' : 'DOES NOT HOLD');
	return good;
}

/** How cost grows with load: the formula alone, and a requirement at a load not met before. */
function growth(): void {
	for (const load of [10, 100, 1000, 10_000, 100_000, 1_000_000]) {
		const agents = Math.round(load + Math.sqrt(load));
		const input = { loadErlangs: load, agents, ahtSeconds: 240, patienceSeconds: 120, thresholdSeconds: 20 };
		const { seconds } = timed(() => Array.from({ length: 5000 }, () => erlangA(input)));
		const volumes = Float64Array.from({ length: 500 }, (_, i) => load * (3.75 + i * 1e-4));
		const terms = { intervalSeconds: 900, serviceLevel: { share: 0.8, thresholdSeconds: 20 } };
		const plan = timed(() => staffingPlan({ ...terms, volumes, ahtSeconds: 240, patienceSeconds: 120 }));
		console.log(
			`at ${load} E: erlangA ${((seconds / 5000) * 1e6).toFixed(1)} µs, a requirement ${((plan.seconds / 500) * 1e6).toFixed(1)} µs`
		);
	}
}

/** Targets that hold over the day: hours saved, how many days are proven, and the time a day takes. */
function byDay(): void {
	const serviceLevel = { share: 0.8, thresholdSeconds: 20 };
	const targets: [string, StaffingTargets][] = [
		['80/20', { serviceLevel }],
		['ASA 15 s', { maxAsaSeconds: 15 }],
		['abandonment 4 %', { maxAbandonment: 0.04 }],
		['occupancy 80 %', { maxOccupancy: 0.8 }],
		['80/20, abandonment 4 %', { serviceLevel, maxAbandonment: 0.04 }]
	];
	const queues = Array.from({ length: 5 }, (_, i) => queue(i * 10, false));
	for (const [name, target] of targets) {
		let [days, proven, hours, alone, above] = [0, 0, 0, 0, 0];
		const { seconds } = timed(() => {
			for (const { volumes, serviceLevel: _, ...rest } of queues)
				for (let day = 0; day < 7; day++) {
					const input = { ...rest, volumes: volumes.slice(day * INTERVALS, (day + 1) * INTERVALS) };
					const found = dayRequirement({ ...input, target, minimumAgents: 0 });
					days++;
					if (found.status === 'optimal') proven++;
					hours += found.agentHours;
					above += found.paidHours - found.lowerBoundPaidHours;
					alone += staffingPlan({ ...input, ...target }).reduce((sum, { agents }) => sum + agents, 0) / 4;
				}
		});
		console.log(
			`by day, ${name}: ${hours.toFixed(0)} agent-hours against ${alone.toFixed(0)} by interval; ${proven} of ${days} days proven ` +
				`to be the fewest, at most ${above.toFixed(1)} paid hours above; ${((seconds / days) * 1000).toFixed(1)} ms a day`
		);
	}
}

function simulation(): boolean {
	const { compared, misses, allowed } = compare(simulateGrid(4711), theory);
	console.log(
		`simulation of ${GRID.length} queues: ${misses} of ${compared} figures outside their 99 % interval (chance explains up to ${allowed})`
	);
	return misses <= allowed;
}
