import type { ForecastHead } from './forecast-head.ts';
import type { PublishedSpan } from './list-published.ts';

const DAY_SECONDS = 86_400;

/**
 * The newest forecast that was published after this one and covers all of it, so that nothing of this one is counted
 * on any more; null when something is, or it is not published. Days do not take the place of intervals.
 */
export function supersededBy(
	head: Pick<ForecastHead, 'id' | 'publishedAt' | 'fromAt' | 'toAt' | 'intervalSeconds' | 'detail'>,
	published: readonly PublishedSpan[]
): PublishedSpan | null {
	const { id, publishedAt, fromAt, toAt } = head;
	if (publishedAt === null) return null;
	const isDaily = head.intervalSeconds === DAY_SECONDS;
	return (
		published.find(
			(other) =>
				other.id !== id &&
				other.publishedAt > publishedAt &&
				other.fromAt <= fromAt &&
				other.toAt >= toAt &&
				(other.intervalSeconds === DAY_SECONDS) === isDaily &&
				Object.keys(head.detail).every((queue) => other.queueIds.includes(queue))
		) ?? null
	);
}
