import { createTokenBuckets, type TokenBuckets } from '../access/index.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/open-database.ts';

/** Sustained requests a second of one key or person; ten seconds' worth may come at once. */
const PER_SECOND = 300;
/** Of everybody behind one address who shows neither: sign-in pages, wrong keys. */
const PER_SECOND_UNKNOWN = 20;
const BURST_SECONDS = 10;

const perSecondOf = (env: Record<string, string | undefined>): number => {
	const given = env.MAREA_REQUESTS_PER_SECOND;
	if (given === undefined) return PER_SECOND;
	const value = Number(given);
	if (!Number.isFinite(value) || value < 1)
		throw new Error(`MAREA_REQUESTS_PER_SECOND "${given}": give a number of 1 or more.`);
	return value;
};

/** How many requests a key, a person or an address may make. In memory, for one process. */
export class RequestLimits {
	readonly #known: TokenBuckets;
	readonly #unknown: TokenBuckets;

	/** @param perSecond of a key or person; an address without either has a fifteenth of it */
	constructor(now: () => number, perSecond = PER_SECOND) {
		const bucket = (rate: number) =>
			createTokenBuckets({ capacity: rate * BURST_SECONDS, refillSeconds: 1 / rate, now });
		this.#known = bucket(perSecond);
		this.#unknown = bucket((perSecond / PER_SECOND) * PER_SECOND_UNKNOWN);
	}

	/** Counts a request; seconds to wait when it is one too many, else 0. */
	take(actorId: string | null, address: string): number {
		const [buckets, key] = actorId === null ? [this.#unknown, address] : [this.#known, actorId];
		const wait = buckets.waitSeconds(key);
		if (wait === 0) buckets.take(key);
		return wait;
	}
}

const limits = new WeakMap<Database, RequestLimits>();

/** The limits of the running centre; `MAREA_REQUESTS_PER_SECOND` sets another rate. */
export function requestLimitsOf({ db }: Context): RequestLimits {
	let known = limits.get(db);
	// The steady clock: one that is set back would keep everybody out until it has caught up.
	if (!known) limits.set(db, (known = new RequestLimits(() => performance.now(), perSecondOf(process.env))));
	return known;
}
