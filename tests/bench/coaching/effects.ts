import {
	compareAgents,
	measureEffect,
	METRIC_SPECS,
	type Metric,
	type PerformanceFacts
} from '#solver/coaching/index.ts';
import { windowMean } from '#solver/coaching/effect/window.ts';
import type { Skill } from '#solver/coaching/testing/centre-plan.ts';
import { simulateCentre } from '#solver/coaching/testing/simulate-centre.ts';

const SEEDS = [9101, 9102, 9103, 9104];
const DAY = 42;
/** What the coaching takes off the badness, in its units: a third of the coached learn nothing. */
const LOWERS = [0, 0.5, 1];

class Errors {
	count = 0;
	squares = 0;
	sum = 0;
	add(error: number): void {
		this.count++;
		this.squares += error * error;
		this.sum += error;
	}
	toString(): string {
		return `${Math.sqrt(this.squares / this.count).toFixed(2)} (bias ${(this.sum / this.count).toFixed(2)})`.padStart(
			20
		);
	}
}

/**
 * In each centre the sixth with the worst first six weeks is coached, by that choice subject to regression to the mean;
 * what is measured after six more weeks is held against what the coaching truly changed.
 */
export function effects(): { coverage: number; measured: number } {
	console.log(
		'\nEffect of coaching: 4 × 150 agents, 12 weeks; the worst 25 by the first six weeks are coached (0, ½ or 1 unit)'
	);
	console.log(
		`${'metric'.padEnd(10)}measured  too early  untellable  90 % interval covers  error in sds: marea   after less before   less the others' change`
	);
	let [inside, measured] = [0, 0];
	for (const metric of ['aht', 'acw', 'fcr', 'transfer', 'mood', 'csat'] as const) {
		const [ours, plain, differences] = [new Errors(), new Errors(), new Errors()];
		let [covered, early, untellable] = [0, 0, 0];
		for (const seed of SEEDS) {
			const base = { agents: 150, weeks: 12, seed };
			const before = simulateCentre(base).facts;
			const first = compareAgents(before, [metric]).metrics.get(metric)!;
			const coached = before.agents
				.map((_, agent) => ({ agent, seen: windowMean(first, before.agents, agent, 0, DAY) }))
				.filter(({ seen }) => seen !== null && seen.days >= 10)
				.sort((a, b) => a.seen!.mean - b.seen!.mean)
				.slice(0, 25)
				.map(({ agent }, i) => ({
					agent,
					day: DAY,
					skill: metric as Skill & Metric,
					lowers: LOWERS[i % 3]!
				}));
			const { facts, truth } = simulateCentre({ ...base, coached });
			const comparison = compareAgents(facts, [metric]).metrics.get(metric)!;
			const alsoCoached = new Set(coached.map(({ agent }) => agent));
			const change = plainChange(facts, metric);
			const others = facts.agents.flatMap((_, a) => (alsoCoached.has(a) ? [] : (change(a) ?? [])));
			const common = others.reduce((sum, value) => sum + value, 0) / others.length;
			for (const { agent } of coached) {
				const answer = measureEffect(facts, comparison, { agent, day: DAY, alsoCoached });
				if (answer.kind === 'too-early') early++;
				if (answer.kind === 'untellable') untellable++;
				if (answer.kind !== 'measured') continue;
				const effect = truth.effect(metric, agent);
				if (answer.low <= effect && effect <= answer.high) covered++;
				const { spread } = comparison;
				ours.add((answer.effect - effect) / spread);
				plain.add((change(agent)! - effect) / spread);
				differences.add((change(agent)! - common - effect) / spread);
			}
		}
		inside += covered;
		measured += ours.count;
		console.log(
			`${metric.padEnd(10)}${String(ours.count).padStart(8)}${String(early).padStart(11)}${String(untellable).padStart(12)}` +
				(ours.count > 0
					? `${`${((100 * covered) / ours.count).toFixed(1)} %`.padStart(22)}${ours}${plain}${differences}`
					: '')
		);
	}
	console.log(`all: the 90 % interval covers ${((100 * inside) / measured).toFixed(1)} % of ${measured}`);
	return { coverage: inside / measured, measured };
}

/** By agent: the plain average after the day less that before it, positive is better; null where either is missing. */
function plainChange(facts: PerformanceFacts, metric: Metric): (agent: number) => number | null {
	const spec = METRIC_SPECS[metric];
	if (spec.family === 'day') throw new RangeError(`Plain change: "${metric}" is not a metric of contacts.`);
	const sums = facts.agents.map(() => ({ before: [0, 0], after: [0, 0] }));
	for (let i = 0; i < facts.rows; i++) {
		const part = sums[facts.agent[i]!]![facts.day[i]! < DAY ? 'before' : 'after'];
		part[0]! += spec.family === 'rate' ? facts.counts[spec.hits][i]! : facts.sums[spec.sum][i]!;
		part[1]! += facts.counts[spec.family === 'rate' ? spec.of : spec.count][i]!;
	}
	const logit = (p: number) => Math.log(p / (1 - p));
	const level = ([sum, count]: number[]): number =>
		spec.family === 'rate' ? logit((sum! + 0.5) / (count! + 1)) : sum! / count!;
	return (agent) => {
		const { before, after } = sums[agent]!;
		return before[1] === 0 || after[1] === 0 ? null : spec.better * (level(after) - level(before));
	};
}
