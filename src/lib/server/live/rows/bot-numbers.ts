import type { BotNumbers } from '#lib/contracts/live.ts';
import type { BotTallies } from '../fold/bot-tally.ts';
import { isLost } from '../lost-contact.ts';

export interface BotMoment {
	/** By the clock of their source. */
	nowMs: number;
	dayStartMs: number;
}

/** The same over several queues. */
export function sumBots(some: readonly BotTallies[], moment: BotMoment): BotNumbers {
	let [active, resolved, escalated, left] = [0, 0, 0, 0];
	for (const bots of some) {
		const counts = countBots(bots, moment);
		active += counts.active;
		resolved += counts.resolved;
		escalated += counts.escalated;
		left += counts.left;
	}
	const closed = resolved + escalated + left;
	return {
		active,
		sessions: active + closed,
		resolved,
		escalated,
		containment: closed > 0 ? (resolved + left) / closed : null
	};
}

/** Bot conversations that began today; contained = closed by the bot or left by the customer, with no person. */
export const botNumbers = (bots: BotTallies, moment: BotMoment): BotNumbers => sumBots([bots], moment);

function countBots(bots: BotTallies, { nowMs, dayStartMs }: BotMoment) {
	const untilMs = nowMs + 60_000;
	let active = 0;
	for (const fold of bots.active) {
		const { startedAt } = fold.bot!;
		if (startedAt >= dayStartMs && startedAt <= untilMs && !isLost(fold, nowMs)) active++;
	}
	return { active, ...bots.sum(dayStartMs, untilMs) };
}
