import type { LoggedEvent } from '#lib/contracts/events.ts';
import type { FloorSnapshot } from '#lib/contracts/live.ts';
import type { Scope } from '../context.ts';
import type { LiveState } from '../live/index.ts';
import { InvalidMoment } from './parse-moment.ts';
import { PastFloor, type PastSource } from './past-floor.ts';
import { readKeptFrom } from './past-log.ts';

/** Floors that nobody watches and that the next reader may go on from. */
const MOST_IDLE = 2;
/** Floors that are watched. */
const MOST_OUT = 8;
/** What happened this recently may still be on its way. */
export const SETTLED_MS = 10_000;

export class TooManyMoments extends Error {
	readonly status = 429;
}

/** The past floors of this process: few, so that memory is bounded, and opened one after the other. */
export class PastFloors {
	readonly #source: PastSource;
	readonly #idle: PastFloor[] = [];
	readonly #out = new Set<PastFloor>();
	#opening: Promise<unknown> = Promise.resolve();

	constructor(source: PastSource) {
		this.#source = source;
	}

	get site(): LiveState['config']['site'] {
		return this.#source.config().site;
	}

	/** To be told of events that the log has taken in: floors that lack one of them are not gone on from. */
	observe(events: readonly LoggedEvent[]): void {
		let earliest = Infinity;
		for (const { at } of events) if (at < earliest) earliest = at;
		for (const floor of [...this.#idle, ...this.#out]) if (earliest <= floor.atMs) floor.isStale = true;
	}

	/** Refuses moments that the log cannot tell of; answers where it begins. */
	async check(atMs: number): Promise<number> {
		const keptFromMs = await readKeptFrom(this.#source.ctx);
		if (keptFromMs === null)
			throw new InvalidMoment('Travelling to a moment: the log holds no event yet.', 'empty-log');
		const asked = new Date(atMs).toISOString();
		if (atMs < keptFromMs)
			throw new InvalidMoment(
				`Travelling to ${asked}: the kept log begins at ${new Date(keptFromMs).toISOString()}.`,
				'before-log',
				keptFromMs
			);
		if (atMs > this.#source.ctx.now())
			throw new InvalidMoment(
				`Travelling to ${asked}: that is in the future; give a moment that is over.`,
				'future',
				keptFromMs
			);
		return keptFromMs;
	}

	/** The floor as it was. @param scope the part that is seen; null: all of it */
	async read(atMs: number, scope: Scope | null = null): Promise<FloorSnapshot> {
		const floor = await this.take(atMs);
		try {
			return floor.read(scope);
		} finally {
			this.give(floor);
		}
	}

	/** A floor at this moment for the caller alone, who has to give it back. */
	async take(atMs: number): Promise<PastFloor> {
		await this.check(atMs);
		const taken = this.#opening.catch(() => undefined).then(() => this.#takeNext(atMs));
		this.#opening = taken;
		return taken;
	}

	give(floor: PastFloor): void {
		if (!this.#out.delete(floor) || floor.isStale) return;
		this.#idle.unshift(floor);
		this.#idle.length = Math.min(this.#idle.length, MOST_IDLE);
	}

	async #takeNext(atMs: number): Promise<PastFloor> {
		if (this.#out.size >= MOST_OUT)
			throw new TooManyMoments(
				`Travelling to a moment: ${MOST_OUT} past moments are being watched, as many as the server keeps. Try again when one of them has been closed.`
			);
		const known = this.#idle
			.filter((floor) => floor.reaches(atMs))
			.reduce<PastFloor | null>((best, floor) => (best && best.atMs >= floor.atMs ? best : floor), null);
		let floor = known;
		try {
			if (!known)
				return await PastFloor.open(this.#source, atMs, (opened) => this.#out.add((floor = opened)));
			this.#idle.splice(this.#idle.indexOf(known), 1);
			this.#out.add(known);
			await known.moveTo(atMs);
			return known;
		} catch (error) {
			// A floor that could not be brought to its moment is let go of.
			if (floor) this.#out.delete(floor);
			throw error;
		}
	}
}
