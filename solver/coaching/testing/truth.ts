import { METRIC_SPECS, METRICS, type Metric } from '../metrics.ts';

interface Sums {
	count: number;
	with: number;
	without: number;
}
const none = (): Sums => ({ count: 0, with: 0, without: 0 });

/** What each agent's skill truly makes of the contacts that were given, by metric. */
export class Truth {
	readonly #sums: Record<Metric, Sums[]>;
	/** By agent and day: with coaching and without it. */
	readonly #coached = new Map<string, Sums>();

	constructor(agents: number) {
		this.#sums = Object.fromEntries(
			METRICS.map((metric) => [metric, Array.from({ length: agents }, none)])
		) as Record<Metric, Sums[]>;
	}

	add(
		metric: Metric,
		agent: number,
		day: number,
		now: number,
		withoutSkill: number,
		uncoached: number
	): void {
		const of = this.#sums[metric][agent]!;
		of.count++;
		of.with += now;
		of.without += withoutSkill;
		if (now === uncoached) return;
		const key = `${metric}/${agent}`;
		const effect = this.#coached.get(key) ?? none();
		this.#coached.set(key, effect);
		effect.count++;
		effect.with += now;
		effect.without += uncoached;
	}

	/** Skill by agent, positive is better, in sds of its spread between agents around their mean; null = no contact. */
	skills(metric: Metric): { sds: (number | null)[]; sd: number } {
		const { better } = METRIC_SPECS[metric];
		const values = this.#sums[metric].map((sums) =>
			sums.count === 0 ? null : better * difference(metric, sums)
		);
		const known = values.filter((value) => value !== null);
		const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
		const sd = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1));
		return { sds: values.map((value) => (value === null || sd === 0 ? value : (value - mean) / sd)), sd };
	}

	/** What coaching truly changed on the contacts after it, positive is better, on the metric's scale. */
	effect(metric: Metric, agent: number): number {
		const sums = this.#coached.get(`${metric}/${agent}`);
		return sums ? METRIC_SPECS[metric].better * difference(metric, sums) : 0;
	}
}

function difference(metric: Metric, { count, with: w, without }: Sums): number {
	if (METRIC_SPECS[metric].scale !== 'logit') return (w - without) / count;
	const logit = (p: number) => Math.log(p / (1 - p));
	return logit(w / count) - logit(without / count);
}
