import { existsSync, readFileSync } from 'node:fs';
import { erlangA } from '#solver/queueing/index.ts';
import { evaluateStaffing, staffingPlan, type StaffingPlanInput } from '#solver/staffing/index.ts';
import { createRandom } from '#solver/numeric/random.ts';

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
		const interval = {
			...input,
			volume,
			ahtSeconds,
			patienceSeconds: input.patienceSeconds as number,
			shrinkage: 0
		};
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
		for (const [got, want] of [
			[at.probabilityOfWait, c.A_Pwait],
			[at.abandonment, c.A_Pab],
			[at.averageWaitSeconds, c.A_EW_over_AHT],
			[at.serviceLevel, c.A_P_served_within_T]
		] as const)
			worst = Math.max(worst, Math.abs(got / Number(want) - 1));
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
	for (const load of [10, 100, 1000, 10_000, 100_000]) {
		const agents = Math.round(load + Math.sqrt(load));
		const input = { loadErlangs: load, agents, ahtSeconds: 240, patienceSeconds: 120, thresholdSeconds: 20 };
		const { seconds } = timed(() => Array.from({ length: 5000 }, () => erlangA(input)));
		console.log(`erlangA at ${load} E: ${((seconds / 5000) * 1e6).toFixed(1)} µs`);
	}
	console.log(good ? 'holds' : 'DOES NOT HOLD');
	return good;
}
