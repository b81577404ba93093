import { ALERT_METRICS, type AlertMetric } from '#lib/contracts/alerts.ts';
import type { Channel } from '#lib/contracts/terms.ts';
import { metricValue, type Reading } from './metric-value.ts';

/** What a rule asks for; times in seconds, thresholds in the metric's unit. */
export interface WatchRule {
	id: string;
	metric: AlertMetric;
	queueId: string | null;
	channel: Channel | null;
	watchThreshold: number | null;
	breachThreshold: number | null;
	aheadMinutes: number | null;
	holdSeconds: number;
	repeatSeconds: number;
}

export type Severity = 'watch' | 'breach';

export interface OpenAlert {
	ruleId: string;
	queueId: string;
	severity: Severity;
	value: number;
	worstValue: number;
	/** The threshold of `severity`. */
	threshold: number;
	openedAt: number;
}

export type AlertChange =
	| { kind: 'opened' | 'worse' | 'worst-value'; alert: OpenAlert }
	| { kind: 'closed'; alert: OpenAlert; at: number };

interface Watched {
	/** Since when the value has been as bad as this or worse; null = it is not. */
	badSince: Record<Severity, number | null>;
	goodSince: number | null;
	open: OpenAlert | null;
	closedAt: number;
}

/**
 * Turns readings into alerts without flapping: a threshold must be passed for the rule's hold time before an alert
 * opens or gets worse, the value must be good for as long before it closes, and the same rule stays quiet on that
 * queue for its repeat time afterwards. An unknown value changes nothing: an open alert stays open.
 *
 * All time comes in with the readings, so that a past day is judged by the code that judges the present.
 */
export class AlertWatch {
	readonly #watched = new Map<string, Watched>();

	/** Takes up an alert that was open when the process ended. */
	restore(alert: OpenAlert): void {
		this.#of(alert.ruleId, alert.queueId).open = alert;
	}

	/** Judges every rule on every queue it is meant for. Call it with readings in order of time. */
	judge(rules: readonly WatchRule[], readings: readonly Reading[]): AlertChange[] {
		const changes: AlertChange[] = [];
		for (const rule of rules)
			for (const reading of readings)
				if (isMeant(rule, reading)) changes.push(...this.#judgeOne(rule, reading));
		return changes;
	}

	/** Closes what no rule or no queue stands behind any more. */
	closeOrphans(rules: readonly WatchRule[], readings: readonly Reading[], at: number): AlertChange[] {
		const changes: AlertChange[] = [];
		for (const watched of this.#watched.values()) {
			const { open } = watched;
			if (!open) continue;
			const rule = rules.find(({ id }) => id === open.ruleId);
			const reading = readings.find(({ row }) => row.id === open.queueId);
			if (rule && reading && isMeant(rule, reading)) continue;
			watched.open = null;
			changes.push({ kind: 'closed', alert: open, at });
		}
		return changes;
	}

	#judgeOne(rule: WatchRule, reading: Reading): AlertChange[] {
		const value = metricValue(rule.metric, reading, rule.aheadMinutes);
		if (value === null) return [];
		const at = reading.nowMs;
		const watched = this.#of(rule.id, reading.row.id);
		const holdMs = rule.holdSeconds * 1000;
		const level = severityOf(rule, value);
		for (const severity of ['watch', 'breach'] as const) {
			const isBad = level === 'breach' || level === severity;
			watched.badSince[severity] = isBad ? (watched.badSince[severity] ?? at) : null;
		}
		watched.goodSince = level === null ? (watched.goodSince ?? at) : null;
		const held = (since: number | null) => since !== null && at - since >= holdMs;

		const { open } = watched;
		if (open) {
			if (held(watched.goodSince)) {
				watched.open = null;
				watched.closedAt = at;
				return [{ kind: 'closed', alert: open, at }];
			}
			open.value = value;
			if (!isWorse(rule.metric, value, open.worstValue)) return this.#worsen(rule, watched, open, held);
			open.worstValue = value;
			const worse = this.#worsen(rule, watched, open, held);
			return worse.length > 0 ? worse : [{ kind: 'worst-value', alert: open }];
		}
		const severity = held(watched.badSince.breach) ? 'breach' : held(watched.badSince.watch) ? 'watch' : null;
		if (severity === null || at - watched.closedAt < rule.repeatSeconds * 1000) return [];
		watched.open = {
			ruleId: rule.id,
			queueId: reading.row.id,
			severity,
			value,
			worstValue: value,
			threshold: thresholdOf(rule, severity),
			openedAt: at
		};
		return [{ kind: 'opened', alert: watched.open }];
	}

	#worsen(
		rule: WatchRule,
		{ badSince }: Watched,
		open: OpenAlert,
		held: (since: number | null) => boolean
	): AlertChange[] {
		if (open.severity === 'breach' || !held(badSince.breach)) return [];
		open.severity = 'breach';
		open.threshold = thresholdOf(rule, 'breach');
		return [{ kind: 'worse', alert: open }];
	}

	#of(ruleId: string, queueId: string): Watched {
		const key = JSON.stringify([ruleId, queueId]);
		let watched = this.#watched.get(key);
		if (!watched)
			this.#watched.set(
				key,
				(watched = {
					badSince: { watch: null, breach: null },
					goodSince: null,
					open: null,
					closedAt: -Infinity
				})
			);
		return watched;
	}
}

/** Whether a rule watches a queue. */
export const isMeant = ({ queueId, channel }: WatchRule, { row }: Pick<Reading, 'row'>): boolean =>
	(queueId === null || queueId === row.id) && (channel === null || channel === row.channel);

const isWorse = (metric: AlertMetric, value: number, than: number): boolean =>
	ALERT_METRICS[metric].worse === 'above' ? value > than : value < than;

/** The threshold itself is still good. */
function severityOf(rule: WatchRule, value: number): Severity | null {
	const passes = (threshold: number | null) => threshold !== null && isWorse(rule.metric, value, threshold);
	return passes(rule.breachThreshold) ? 'breach' : passes(rule.watchThreshold) ? 'watch' : null;
}

const thresholdOf = (rule: WatchRule, severity: Severity): number =>
	(severity === 'breach' ? rule.breachThreshold : (rule.watchThreshold ?? rule.breachThreshold))!;
