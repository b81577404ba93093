import type { BotNumbers, FloorClock } from '#lib/contracts/live.ts';
import type { LiveState } from '../live-state.ts';
import { isLost } from '../lost-contact.ts';

/** Bot conversations that began today; contained = closed by the bot or left by the customer, with no person. */
export function botNumbers({ bots }: LiveState, clock: FloorClock): BotNumbers {
	const nowMs = clock.wallMs + clock.offsetMs;
	const untilMs = nowMs + 60_000;
	let active = 0;
	for (const fold of bots.active) {
		const { startedAt } = fold.bot!;
		if (startedAt >= clock.dayStartMs && startedAt <= untilMs && !isLost(fold, nowMs)) active++;
	}
	const { resolved, escalated, left } = bots.sum(clock.dayStartMs, untilMs);
	const closed = resolved + escalated + left;
	return {
		active,
		sessions: active + closed,
		resolved,
		escalated,
		containment: closed > 0 ? (resolved + left) / closed : null
	};
}
