import { createRandom } from '#solver/numeric/random.ts';
import { checkPlan, poolRequirement, type PooledQueue, type SkillGroup } from '#solver/pooling/index.ts';
import { compileQueues } from '#solver/pooling/simulation/compile-queues.ts';
import { drawContacts, emptyStream } from '#solver/pooling/simulation/contact-stream.ts';
import { buildPoolModel } from '#solver/pooling/simulation/pool-model.ts';
import { PoolSimulator } from '#solver/pooling/simulation/pool-simulator.ts';
import { createTally } from '#solver/pooling/simulation/pool-tally.ts';
import { demoCentre } from '#solver/pooling/testing/demo-centre.ts';
import { simulatedLevels } from '#solver/pooling/testing/simulated-levels.ts';
import { erlangA } from '#solver/queueing/index.ts';
import { measureFloor, parseScenario, runFloor } from '#solver/simulation/index.ts';

const QUARTER = 900;
const WEEK = 7 * 96;
const THRESHOLD = { share: 0.8, thresholdSeconds: 20 };
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** Processor seconds of this process, so that a busy machine does not blur the figure. */
function timed<T>(run: () => T): { seconds: number; result: T } {
	const start = process.cpuUsage();
	const result = run();
	const { user, system } = process.cpuUsage(start);
	return { seconds: (user + system) / 1e6, result };
}

/** Queues of unequal size, open from 7 to 21; each group serves four neighbours, so that all hang together. */
function centre(queueCount: number, groupCount: number): { queues: PooledQueue[]; groups: SkillGroup[] } {
	const weekdays = [1.1, 1, 0.95, 0.97, 1, 0.5, 0.4];
	const random = createRandom(12);
	const queues = Array.from({ length: queueCount }, (_, q) => {
		const size = 6 + (28 * ((q * 7) % queueCount)) / queueCount;
		const volumes = Array.from({ length: WEEK }, (_, i) => {
			const hour = (i % 96) / 4;
			if (hour < 7 || hour >= 21) return 0;
			const shape =
				Math.exp(-((hour - 10.5 - (q % 3) / 2) ** 2) / 5) + 0.8 * Math.exp(-((hour - 16) ** 2) / 7);
			return size * shape * weekdays[Math.floor(i / 96)]! * (0.97 + 0.06 * random.uniform());
		});
		return {
			id: `q${q}`,
			volumes,
			ahtSeconds: volumes.map(() => 180 + 20 * (q % 6)),
			patienceSeconds: 120 + 30 * (q % 4),
			serviceLevel: THRESHOLD
		};
	});
	const groups = Array.from({ length: groupCount }, (_, g) => ({
		id: `g${g}`,
		queueIds: Array.from({ length: Math.min(4, queueCount) }, (_, k) => {
			return `q${(Math.floor((g * queueCount) / groupCount) + k) % queueCount}`;
		})
	}));
	return { queues, groups };
}

/** Is the simulator right where theory is exact? */
function agreesWithErlang(): boolean {
	const queue = { id: 'q', patienceSeconds: 180, serviceLevel: THRESHOLD };
	const intervals = 40_000;
	const volumes = new Float64Array(intervals).fill(50);
	const model = buildPoolModel([queue], [{ queueIds: ['q'] }]);
	const stream = emptyStream();
	const plan = { intervals, intervalSeconds: QUARTER, volumes, ahtSeconds: volumes.map(() => 240) };
	drawContacts(stream, model, plan, createRandom(5));
	const tally = createTally(intervals, 1, 1);
	new PoolSimulator(model).run(stream, new Int32Array(intervals).fill(16), intervals, QUARTER, tally);
	const found = sum(tally.inThreshold) / sum(tally.offered);
	const { serviceLevel } = erlangA({
		loadErlangs: (50 * 240) / QUARTER,
		agents: 16,
		ahtSeconds: 240,
		patienceSeconds: 180,
		thresholdSeconds: 20
	});
	// Stretches of two hours are independent enough for a standard error.
	const batches = Array.from(
		{ length: intervals / 8 },
		(_, b) =>
			sum(tally.inThreshold.subarray(8 * b, 8 * b + 8)) / sum(tally.offered.subarray(8 * b, 8 * b + 8))
	);
	const error = Math.sqrt(sum(batches.map((x) => (x - found) ** 2))) / batches.length;
	console.log(
		`simulator: service level ${found.toFixed(4)} ± ${(1.96 * error).toFixed(4)}, Erlang A ${serviceLevel.toFixed(4)}`
	);
	return Math.abs(found - serviceLevel) < 3 * error + 0.0005;
}

/** Contacts a second, with the general simulator of the floor on the same scenario beside it. */
function rates(): boolean {
	const hours = 24 * 14;
	const hourly = [120, 90, 60, 60, 40, 30];
	const ids = hourly.map((_, q) => `q${q}`);
	const groups = [ids.slice(0, 3), ids.slice(2, 5), [ids[5]!, ids[0]!], ids].map((queueIds, g) => ({
		queueIds,
		agents: [14, 10, 5, 4][g]!
	}));
	const scenario = parseScenario({
		queues: ids.map((id, q) => ({
			id,
			arrivals: { weeklyVolume: hourly[q]! * 168 },
			ahtSeconds: 240,
			ahtDistribution: 'exponential',
			patienceSeconds: 180,
			serviceLevel: THRESHOLD
		})),
		agents: groups.map(({ queueIds, agents }, g) => ({ id: `a${g}`, count: agents, skills: queueIds }))
	});
	const startMs = Date.UTC(2026, 2, 2);
	const endMs = startMs + hours * 3_600_000;
	const floor = timed(() =>
		measureFloor(scenario, runFloor(scenario, { seed: 3, startMs, endMs, messages: false }), startMs, endMs)
	);
	const queues = ids.map((id, q) => ({
		id,
		volumes: Array<number>(hours).fill(hourly[q]!),
		ahtSeconds: Array<number>(hours).fill(240),
		patienceSeconds: 180,
		serviceLevel: THRESHOLD
	}));
	const model = buildPoolModel(queues, groups);
	const plan = compileQueues(queues, 3600);
	const staff = Int32Array.from(groups.flatMap(({ agents }) => Array<number>(hours).fill(agents)));
	const simulator = new PoolSimulator(model);
	const tally = createTally(hours, ids.length, groups.length);
	const stream = emptyStream();
	const replicate = (replications: number, redraw: boolean) => {
		let [contacts, inThreshold] = [0, 0];
		const { seconds } = timed(() => {
			for (let r = 0; r < replications; r++) {
				if (redraw) drawContacts(stream, model, plan, createRandom(r));
				simulator.run(stream, staff, hours, 3600, tally);
				contacts += stream.count;
				inThreshold += sum(tally.inThreshold);
			}
		});
		return { rate: contacts / seconds, level: inThreshold / contacts };
	};
	replicate(3, true);
	const { rate, level } = replicate(20, true);
	const { rate: run } = replicate(20, false);
	const general = floor.result.total.offered / floor.seconds;
	const agrees = Math.abs(level - floor.result.total.serviceLevel!) < 0.02;
	console.log(
		`simulator: ${(run / 1e6).toFixed(2)} M contacts/s of processor on drawn contacts, ${(rate / 1e6).toFixed(2)} M with ` +
			`the drawing; the floor's simulator ${(general / 1e6).toFixed(3)} M, ratio ${(rate / general).toFixed(0)}; ` +
			`service level ${percent(level)} and ${percent(floor.result.total.serviceLevel!)}`
	);
	return agrees && rate >= 1e6;
}

interface Plan {
	queues: PooledQueue[];
	groups: SkillGroup[];
	intervalSeconds: number;
	dayOf: number[];
}

/** Finds a plan's requirement, holds it against both Erlang bounds and against a simulation with other seeds. */
function requirement(name: string, plan: Plan, longest: number): boolean {
	const { seconds, result } = timed(() => poolRequirement({ ...plan, seed: 1 }));
	const { agents, singlePool, silos } = result.totals;
	const outside = agents.filter((n, i) => n < singlePool[i]! || n > silos[i]!).length;
	const levels = simulatedLevels(plan, result, 20, 4711);
	const worst = Math.min(...levels.map((level, q) => level - plan.queues[q]!.serviceLevel.share));
	const [total, bound, silo] = [sum(agents), sum(singlePool), sum(silos)];
	console.log(
		`${name}: ${agents.length} intervals in ${seconds.toFixed(1)} s of processor; ${total} agent-intervals, ` +
			`${percent(total / bound - 1)} above the single pool (${bound}), ${percent(1 - total / silo)} below the silos (${silo}); ` +
			`${outside} intervals outside the two; nearest queue ${percent(worst)} from its target with other seeds`
	);
	return outside === 0 && worst > -0.01 && seconds <= longest;
}

function check(plan: Plan): boolean {
	const { groups } = poolRequirement({ ...plan, seed: 1 });
	const staffed = plan.groups.map((group, g) => ({ ...group, agents: groups[g]!.agents }));
	const queues = plan.queues.map((queue) => {
		const sd = Float64Array.from(queue.volumes, (v) => Math.sqrt(1.2 * v + (0.07 * v) ** 2));
		const p10 = sd.map((s, i) => Math.max(0, queue.volumes[i]! - 1.2816 * s));
		return { ...queue, p10, p90: sd.map((s, i) => queue.volumes[i]! + 1.2816 * s) };
	});
	const input = { ...plan, queues, groups: staffed, weekdayOf: (day: number) => (day + 1) % 7, seed: 2 };
	const { seconds, result } = timed(() => checkPlan(input));
	const { probabilityMet, serviceLevel } = result.overall;
	console.log(
		`check: ${result.replications} replications of the week and ${result.marginal.length} groups ± 1 agent in ` +
			`${seconds.toFixed(1)} s of processor; service level ${percent(serviceLevel!.p10)} – ${percent(serviceLevel!.p90)}, ` +
			`all targets met with probability ${probabilityMet!.value.toFixed(2)} (${probabilityMet!.low.toFixed(2)} – ${probabilityMet!.high.toFixed(2)})`
	);
	return !result.stopped && result.marginal.length === plan.groups.length;
}

/** Pooled requirements and the check of plans: right first, then how fast, and how cost grows. */
export default async function bench(): Promise<boolean> {
	let good = agreesWithErlang();
	good = rates() && good;
	const dayOf = Array.from({ length: WEEK }, (_, i) => Math.floor(i / 96));
	const plans = [1, 2, 4].map((times) => ({
		...centre(5 * times, 3 * times),
		intervalSeconds: QUARTER,
		dayOf
	}));
	for (const plan of plans)
		good = requirement(`${plan.queues.length} queues × ${plan.groups.length} groups`, plan, 20) && good;
	const demo = { ...demoCentre(1800), intervalSeconds: 1800 };
	good = requirement('demo centre', demo, 20) && good;
	good = check(plans[1]!) && good;
	console.log(good ? 'holds' : 'DOES NOT HOLD');
	return good;
}
