import type { Locale } from '#lib/paraglide/runtime.js';
import { LiveAlerts } from './alerts/index.ts';
import type { Centre } from './centre.ts';
import { LiveCommands } from './commands/index.ts';
import { SYSTEM, type Context } from './context.ts';
import { floorReadings, type Outlooks } from './floor-readings.ts';
import { letterLanguage } from './delivery/index.ts';
import { log } from './log.ts';

const EVERY_MS = 1_000;

/** Keeps an eye on the floor: the alert rules judge it once a second, and commands find their answers in the log. */
export class FloorWatch {
	readonly alerts: LiveAlerts;
	readonly commands: LiveCommands;
	/** How letters are written; changed in place. */
	readonly letters: { locale: Locale };
	readonly #ctx: Context;
	readonly #centre: Centre;
	readonly #outlooks: Outlooks;
	readonly #startedAt: number;
	readonly #stopListening: () => void;
	#timer: NodeJS.Timeout | null = null;
	#round: Promise<void> | null = null;
	#observing: Promise<void> = Promise.resolve();
	#reconfiguring: Promise<void> = Promise.resolve();

	private constructor(
		ctx: Context,
		centre: Centre,
		alerts: LiveAlerts,
		commands: LiveCommands,
		outlooks: Outlooks,
		letters: { locale: Locale }
	) {
		this.#ctx = ctx;
		this.#centre = centre;
		this.alerts = alerts;
		this.commands = commands;
		this.#outlooks = outlooks;
		this.letters = letters;
		this.#startedAt = ctx.now();
		// Who serves which queue is part of the set-up that the numbers are counted by.
		commands.listen(({ kind, state }) => {
			if (kind !== 'agent.queues' || state !== 'confirmed') return;
			this.#reconfiguring = this.#reconfiguring
				.then(() => centre.reconfigure())
				.catch((error: unknown) => log.error({ err: error }, 'taking over a move of agents failed'));
		});
		this.#stopListening = centre.ingest.listen((events) => {
			this.#observing = this.#observing
				.then(() => commands.observe(events))
				.catch((error: unknown) => log.error({ err: error }, 'looking for answers to commands failed'));
		});
	}

	static async open(ctx: Context, centre: Centre, outlooks: Outlooks = {}): Promise<FloorWatch> {
		const letters = { locale: await letterLanguage(ctx) };
		const alerts = await LiveAlerts.open(ctx, {
			// Read with each letter: the set-up may change.
			get timeZone() {
				return centre.state.config.site.timeZone;
			},
			get locale() {
				return letters.locale;
			}
		});
		const commands = await LiveCommands.open(
			ctx,
			(events) => centre.ingest.accept(SYSTEM, events),
			(agent) => centre.feed.agentRow(agent)?.state ?? null
		);
		return new FloorWatch(ctx, centre, alerts, commands, outlooks, letters);
	}

	start(): void {
		this.#timer ??= setInterval(() => this.#run(), EVERY_MS);
	}

	/** Judges the floor as it is and ends commands that nobody answered; resolves when what changed is stored. */
	async look(): Promise<void> {
		await this.commands.expire();
		const { state } = this.#centre;
		// Half of the counts would be taken for trouble.
		if (!state.isRecalling)
			await this.alerts.judge(floorReadings(this.#centre, this.#ctx.now(), this.#startedAt, this.#outlooks));
	}

	/** What is on its way is stored first. */
	async stop(): Promise<void> {
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
		this.#stopListening();
		await this.#round;
		await this.#observing;
		await this.#reconfiguring;
	}

	#run(): void {
		this.#round ??= this.look()
			.catch((error: unknown) =>
				log.error({ err: error }, 'judging the floor failed; the next round tries again')
			)
			.finally(() => (this.#round = null));
	}
}
