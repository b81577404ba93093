import { toCsv } from '#lib/format/index.ts';
import type { Actor, Context } from '../context.ts';
import { ownFeed } from './own-feed.ts';

const HEADER = ['agent', 'metric', 'week', 'observations', 'value', 'low90', 'high90', 'fairExpectation'];

/**
 * The agent's own figures week by week, as CSV: seconds and fractions, unknown empty. Null for who is no agent; rights
 * as for the feed.
 */
export async function feedCsv(ctx: Context, actor: Actor, agentId?: string | null): Promise<string | null> {
	const feed = await ownFeed(ctx, actor, agentId);
	if (!feed) return null;
	return toCsv(
		HEADER,
		feed.trends.flatMap(({ metric, expected, weeks }) =>
			weeks.map(({ date, observations, value, low, high }) => [
				feed.agentId,
				metric,
				date,
				observations,
				value,
				low,
				high,
				expected
			])
		)
	);
}
