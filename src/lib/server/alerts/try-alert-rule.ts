import { addDays } from 'date-fns';
import { TZDate } from '@date-fns/tz';
import type { AlertTrial, TrialAlert } from '#lib/contracts/alerts.ts';
import type { QueueRow } from '#lib/contracts/live.ts';
import { InvalidInputError, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { dayStart, FloorReader, type LiveState } from '../live/index.ts';
import type { PastFloors } from '../past/index.ts';
import { AlertWatch, isMeant, type OpenAlert, type WatchRule } from './alert-watch.ts';
import type { Reading } from './metric-value.ts';
import { parseAlertRule } from './parse-alert-rule.ts';
import type { AlertRuleInput } from './rule-input.ts';

/** The present is judged once a second; a past day this often. */
const JUDGE_EVERY_MS = 5_000;
const MINUTE_MS = 60_000;
const MOST_TOLD = 300;
const REPORT_EVERY = 200;

export interface Trial {
	rule: AlertRuleInput;
	/** An instant of the local day. */
	atMs: number;
}

/**
 * Runs a rule over a past day, with its hold and repeat times, by the judgement of the present; nothing is stored or
 * sent. The day begins with no alert open.
 */
export async function tryAlertRule(
	ctx: Context,
	actor: Actor,
	past: PastFloors,
	{ rule: input, atMs }: Trial,
	{ report, signal }: { report?: (progress: number) => void; signal?: AbortSignal } = {}
): Promise<AlertTrial> {
	requireRight(actor, 'alerts.manage');
	const parsed = await parseAlertRule(ctx, actor, 'Trying an alert rule', input);
	if (parsed.aheadMinutes !== null)
		throw new InvalidInputError(
			'Trying an alert rule: a prediction of a past day is not kept, so only rules on the present can be tried.'
		);
	const rule: WatchRule = { id: 'trial', ...parsed };
	const { timeZone } = past.site;
	const start = dayStart(atMs, timeZone);
	const toMs = Math.min(addDays(new TZDate(start, timeZone), 1).getTime() - 1, ctx.now());
	const keptFromMs = await past.check(Math.max(start, toMs));
	const fromMs = Math.max(start, Math.ceil(keptFromMs / JUDGE_EVERY_MS) * JUDGE_EVERY_MS);

	const floor = await past.take(Math.min(fromMs, toMs));
	try {
		const judge = new PastJudge(floor.state, rule);
		let looks = 0;
		await floor.moveTo(toMs, {
			everyMs: JUDGE_EVERY_MS,
			look(at) {
				signal?.throwIfAborted();
				judge.look(at);
				if (++looks % REPORT_EVERY === 0) report?.((at - fromMs) / (toMs - fromMs));
			}
		});
		return judge.result(fromMs, toMs);
	} finally {
		past.give(floor);
	}
}

class PastJudge {
	readonly #state: LiveState;
	readonly #rule: WatchRule;
	readonly #reader: FloorReader;
	readonly #watch = new AlertWatch();
	readonly #rows = new Map<string, QueueRow>();
	readonly #told = new Map<OpenAlert, number | null>();
	#minute = NaN;

	constructor(state: LiveState, rule: WatchRule) {
		this.#state = state;
		this.#rule = rule;
		this.#reader = new FloorReader(state);
	}

	look(atMs: number): void {
		const { queues, agents } = this.#state.books.takeNews();
		const minute = Math.floor(atMs / MINUTE_MS);
		// Time alone moves the windows, a minute at a time.
		const isNewMinute = minute !== this.#minute;
		this.#minute = minute;
		const read = this.#reader.read(atMs, agents, isNewMinute ? this.#state.queues.values() : queues);
		for (const { now } of read.queues) this.#rows.set(now.id, now);
		for (const change of this.#watch.judge([this.#rule], this.#readings(atMs))) {
			if (change.kind === 'opened') this.#told.set(change.alert, null);
			if (change.kind === 'closed') this.#told.set(change.alert, change.at);
		}
	}

	#readings(atMs: number): Reading[] {
		const readings: Reading[] = [];
		for (const row of this.#rows.values()) {
			if (!isMeant(this.#rule, { row })) continue;
			const source = this.#state.queues.get(row.id)?.source;
			const clock = source ? this.#state.sources.get(source) : undefined;
			const silentSeconds = clock?.isSilent(atMs) ? (atMs - clock.lastReceivedAt) / 1000 : null;
			readings.push({ row, nowMs: atMs, silentSeconds, ahead: () => null });
		}
		return readings;
	}

	result(fromMs: number, toMs: number): AlertTrial {
		const alerts: TrialAlert[] = [...this.#told].map(
			([{ queueId, severity, worstValue, openedAt }, closedAt]) => ({
				queueId,
				severity,
				worstValue,
				openedAt,
				closedAt
			})
		);
		let longestMs: number | null = null;
		for (const { openedAt, closedAt } of alerts)
			longestMs = Math.max(longestMs ?? 0, (closedAt ?? toMs) - openedAt);
		return {
			fromMs,
			toMs,
			alerts: alerts.slice(0, MOST_TOLD),
			count: alerts.length,
			breaches: alerts.filter(({ severity }) => severity === 'breach').length,
			longestSeconds: longestMs === null ? null : longestMs / 1000
		};
	}
}
