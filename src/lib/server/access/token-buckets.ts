export interface TokenBucketOptions {
	/** Attempts in one go. */
	capacity: number;
	/** Until one more is allowed. */
	refillSeconds: number;
	now: () => number;
	/** Keys remembered; the fullest buckets, which restrain nobody, go first. */
	maxKeys?: number;
}

interface Bucket {
	tokens: number;
	at: number;
}

/** Attempts allowed by key: a burst of `capacity`, then one each `refillSeconds`. In memory, for one process. */
export function createTokenBuckets({ capacity, refillSeconds, now, maxKeys = 10_000 }: TokenBucketOptions) {
	const buckets = new Map<string, Bucket>();

	const current = (key: string): Bucket => {
		const at = now();
		const bucket = buckets.get(key);
		if (!bucket) return { tokens: capacity, at };
		const gained = Math.max(0, at - bucket.at) / 1000 / refillSeconds;
		return { tokens: Math.min(capacity, bucket.tokens + gained), at };
	};

	const forgetSome = () => {
		if (buckets.size < maxKeys) return;
		for (const key of buckets.keys()) if (current(key).tokens >= capacity) buckets.delete(key);
		const oldest = [...buckets.keys()].slice(0, Math.max(0, buckets.size - maxKeys + 1));
		for (const key of oldest) buckets.delete(key);
	};

	return {
		/** Seconds until an attempt is allowed; 0 = now. */
		waitSeconds(key: string): number {
			const { tokens } = current(key);
			return tokens >= 1 ? 0 : Math.ceil((1 - tokens) * refillSeconds);
		},
		take(key: string): void {
			const { tokens, at } = current(key);
			buckets.delete(key);
			forgetSome();
			buckets.set(key, { tokens: Math.max(0, tokens - 1), at });
		},
		/** Gives one attempt back. */
		giveBack(key: string): void {
			const { tokens, at } = current(key);
			if (tokens + 1 >= capacity) buckets.delete(key);
			else buckets.set(key, { tokens: tokens + 1, at });
		}
	};
}

export type TokenBuckets = ReturnType<typeof createTokenBuckets>;
