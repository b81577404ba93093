import { createRandom } from '../numeric/random.ts';
import { dayFactor, expectedArrivals } from './arrival-rate.ts';
import type { Scenario } from './scenario.ts';
import { createSiteClock } from './site-clock.ts';

export interface HistoryRow {
	startMs: number;
	queue: string;
	offered: number;
	answered: number;
	abandoned: number;
	/** Null when nothing was answered. */
	ahtSeconds: number | null;
}

export interface HistoryOptions {
	seed: number;
	/** An instant of the first local day. */
	fromMs: number;
	/** Whole local days. */
	days: number;
	/** 15 or 30 minutes; default 30. */
	intervalSeconds?: 900 | 1800;
	/** Growth of volume over the period's length, as a share; default 0.06. */
	trend?: number;
	utcOffsetSecondsAt?: (utcMs: number) => number;
}

/**
 * Interval counts of past days, drawn directly from the scenario's arrival rates and not event by event: Poisson
 * counts around the daily and weekly shape, times the day's factor (the same as in a simulated day), a trend that
 * ends at the scenario's own volume, and a yearly wave of 4 %. `offered` is what enters the queue: what a bot in
 * front resolves is taken off. Abandonment grows with the load of the interval; AHT varies as a mean of that many
 * handle times does. Cost O(days × intervals × queues).
 *
 * @throws RangeError when `days` is not a whole number of at least 1
 */
export function* historyOf(scenario: Scenario, options: HistoryOptions): Generator<HistoryRow, void, void> {
	const { seed, fromMs, days, intervalSeconds = 1800, trend = 0.06 } = options;
	if (!Number.isInteger(days) || days < 1)
		throw new RangeError(`Drawing history: days "${days}" must be a whole number of at least 1.`);
	const clock = createSiteClock(options.utcOffsetSecondsAt ?? (() => scenario.site.utcOffsetSeconds));
	const root = createRandom(seed);
	const dayStream = root.fork('days');
	const firstDay = clock.local(fromMs).day;
	const queues = scenario.queues.map((plan) => ({
		plan,
		expected: expectedArrivals(plan),
		random: root.fork(`history ${plan.id}`)
	}));
	for (let day = firstDay; day < firstDay + days; day++) {
		const weekday = (((day + 3) % 7) + 7) % 7;
		const growth = 1 - trend * (1 - (day - firstDay + 1) / days);
		const season = 1 + 0.04 * Math.cos((2 * Math.PI * (day - 15)) / 365.25);
		const endMs = clock.utcMs(day + 1, 0);
		// In UTC steps, so that a day on which the clocks change has 23 or 25 hours.
		for (let startMs = clock.utcMs(day, 0); startMs < endMs; startMs += intervalSeconds * 1000) {
			const { secondsOfDay } = clock.local(startMs);
			for (const { plan, expected, random } of queues) {
				const parts = expected[weekday]!;
				const partSeconds = 86_400 / parts.length;
				// Sums the parts of a finer shape, or takes the share of a coarser one.
				let mean = 0;
				for (
					let at = secondsOfDay;
					at < secondsOfDay + intervalSeconds - 1;
					at += Math.min(partSeconds, intervalSeconds)
				)
					mean += parts[Math.floor(at / partSeconds)]! * Math.min(1, intervalSeconds / partSeconds);
				if (mean === 0) continue;
				const factor = growth * season * dayFactor(dayStream, plan, day, scenario.site.dayVariation);
				const entering = mean * factor * (1 - plan.botShare * plan.botContainment);
				const offered = random.poisson(entering);
				const crowding = (offered - entering) / Math.sqrt(entering + 1);
				const share = plan.patienceSeconds === null ? 0 : Math.max(0.01, 0.05 + 0.025 * crowding);
				let abandoned = 0;
				for (let i = 0; i < offered; i++) if (random.uniform() < share) abandoned++;
				const answered = offered - abandoned;
				const spread = (plan.ahtCv / Math.sqrt(Math.max(answered, 1))) * random.normal();
				const ahtSeconds = answered === 0 ? null : plan.ahtSeconds * Math.exp(spread);
				yield {
					startMs,
					queue: plan.id,
					offered,
					answered,
					abandoned,
					ahtSeconds: ahtSeconds === null ? null : Math.round(ahtSeconds * 10) / 10
				};
			}
		}
	}
}
