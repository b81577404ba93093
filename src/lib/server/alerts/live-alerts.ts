import { randomUUID } from 'node:crypto';
import { isNull } from 'drizzle-orm';
import type { AlertMetric, AlertRow } from '#lib/contracts/alerts.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import { SYSTEM, type Context } from '../context.ts';
import { alerts } from '../db/schema/index.ts';
import { queueDelivery } from '../delivery/index.ts';
import { alertLetters } from './alert-letters.ts';
import { AlertWatch, type AlertChange, type OpenAlert, type WatchRule } from './alert-watch.ts';
import { listAlertRules, type AlertRuleRecord } from './list-alert-rules.ts';
import { listAlerts } from './list-alerts.ts';
import type { Reading } from './metric-value.ts';

export interface Site {
	timeZone: string;
	/** The language of letters. */
	locale: Locale;
}

/** The rules at work on the live floor: what opens, worsens and closes is stored, sent outside and told to listeners. */
export class LiveAlerts {
	readonly #ctx: Context;
	readonly #site: Site;
	readonly #watch = new AlertWatch();
	readonly #ids = new WeakMap<OpenAlert, string>();
	readonly #listeners = new Set<(open: AlertRow[]) => void>();
	#rules: AlertRuleRecord[] = [];
	#writing: Promise<void> = Promise.resolve();

	private constructor(ctx: Context, site: Site) {
		this.#ctx = ctx;
		this.#site = site;
	}

	/** Takes up the rules, and the alerts that were open when the process ended. */
	static async open(ctx: Context, site: Site): Promise<LiveAlerts> {
		const live = new LiveAlerts(ctx, site);
		await live.reload();
		for (const row of await ctx.db.orm.select().from(alerts).where(isNull(alerts.closedAt))) {
			const { ruleId, queueId, severity, value, worstValue, threshold, openedAt } = row;
			const alert = { ruleId, queueId, severity, value, worstValue, threshold, openedAt };
			live.#ids.set(alert, row.id);
			live.#watch.restore(alert);
		}
		return live;
	}

	/** Reads the rules again after they were changed. */
	async reload(): Promise<void> {
		this.#rules = (await listAlertRules(this.#ctx, SYSTEM)).filter(({ isEnabled }) => isEnabled);
	}

	/** Judges the floor as it is; resolves when what changed is stored and told. */
	judge(readings: readonly Reading[]): Promise<void> {
		const rules = this.#rules as readonly (AlertRuleRecord & WatchRule)[];
		const changes = [
			...this.#watch.closeOrphans(rules, readings, this.#ctx.now()),
			...this.#watch.judge(rules, readings)
		].map((change) => ({ ...change, alert: this.#identified(change.alert) }));
		// A failure was told when it happened.
		if (changes.length === 0) return this.#writing.catch(() => undefined);
		const names = new Map(readings.map(({ row }) => [row.id, row.name]));
		this.#writing = this.#writing
			.catch(() => undefined)
			.then(() => this.#store(changes, names))
			.then(() => this.announce());
		return this.#writing;
	}

	/** Tells listeners the open alerts as they are stored: also after an answer. */
	async announce(): Promise<void> {
		if (this.#listeners.size === 0) return;
		const open = await listAlerts(this.#ctx, SYSTEM, { openOnly: true });
		for (const listener of this.#listeners) listener(open);
	}

	/** Calls back with the open alerts at each change; returns how to stop. */
	listen(listener: (open: AlertRow[]) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** A copy that later ticks do not change, with the id it is stored under. */
	#identified(alert: OpenAlert): OpenAlert & { id: string } {
		let id = this.#ids.get(alert);
		if (id === undefined) this.#ids.set(alert, (id = randomUUID()));
		return { ...alert, id };
	}

	async #store(
		changes: readonly (AlertChange & { alert: { id: string } })[],
		names: ReadonlyMap<string, string>
	): Promise<void> {
		const { orm } = this.#ctx.db;
		const known = new Map(
			(await listAlerts(this.#ctx, SYSTEM, { openOnly: true })).map((row) => [row.id, row])
		);
		for (const change of changes) {
			const { kind, alert } = change;
			const rule = this.#rules.find(({ id }) => id === alert.ruleId);
			const row: AlertRow = {
				...(known.get(alert.id) ?? fresh(rule)),
				...alert,
				closedAt: change.kind === 'closed' ? change.at : null
			};
			const { sound: _, ...stored } = row;
			const isQuiet = kind === 'worst-value' || (row.snoozedUntil ?? 0) > this.#ctx.now();
			const letters =
				rule && !isQuiet
					? alertLetters(kind, row, this.#ctx.now(), {
							...rule,
							...this.#site,
							queueName: names.get(row.queueId) ?? row.queueId
						})
					: [];
			await orm.batch([
				// An upsert: should the opening have failed to be stored, a later change makes up for it.
				orm
					.insert(alerts)
					.values(stored)
					.onConflictDoUpdate({
						target: alerts.id,
						set: {
							severity: row.severity,
							value: row.value,
							worstValue: row.worstValue,
							threshold: row.threshold,
							closedAt: row.closedAt
						}
					}),
				...letters.map((letter) => queueDelivery(this.#ctx, letter))
			]);
		}
	}
}

const fresh = (rule: AlertRuleRecord | undefined) => ({
	ruleName: rule?.name ?? '',
	metric: (rule?.metric ?? 'waiting') as AlertMetric,
	aheadMinutes: rule?.aheadMinutes ?? null,
	acknowledgedBy: null,
	acknowledgedAt: null,
	snoozedUntil: null,
	note: null,
	noteBy: null,
	sound: rule?.sound ?? false
});
