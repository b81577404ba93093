/** A queue of a centre whose groups serve several queues. Every series has one value an interval. */
export interface PooledQueue {
	id: string;
	/** Contacts expected in each interval; a forecast mean need not be whole. */
	volumes: ArrayLike<number>;
	/** Average handling time in each interval, above 0 wherever contacts are expected. */
	ahtSeconds: ArrayLike<number>;
	/** Coefficient of variation of handling times, which are lognormal then. Left out: exponential. */
	ahtCv?: number;
	/** Mean of the exponential patience; null = nobody gives up. */
	patienceSeconds: number | null;
	/** This share of the offered contacts, above 0 and below 1, answered within this time. */
	serviceLevel: { share: number; thresholdSeconds: number };
	/** At least so many agents who can serve it, in every interval; 0 unless given. */
	minimumAgents?: number;
	/** Contacts of it that fill an agent (chat: 3, say); 1 unless given. */
	concurrency?: number;
	/** Weight of its waiting contacts, above 0; 1 unless given. See `PoolModel`. */
	priority?: number;
}
