import type { LeaveState, SwapState } from '#lib/contracts/requests.ts';
import { m } from '#lib/paraglide/messages.js';
import type { IconName } from '../shared/icons.ts';

type Look = { tone: 'neutral' | 'accent' | 'ok' | 'watch' | 'breach'; icon: IconName; label: string };

/** How the state of a leave is shown; one that was never decided is over once it has begun. */
export function leaveState({ state, isAhead }: { state: LeaveState; isAhead: boolean }): Look {
	if (!isAhead && (state === 'asked' || state === 'waiting'))
		return { tone: 'neutral', icon: 'close', label: m.leave_state_lapsed() };
	return {
		asked: { tone: 'watch' as const, icon: 'clock' as const, label: m.leave_state_asked() },
		waiting: { tone: 'accent' as const, icon: 'sort' as const, label: m.leave_state_waiting() },
		approved: { tone: 'ok' as const, icon: 'check' as const, label: m.leave_state_approved() },
		declined: { tone: 'breach' as const, icon: 'close' as const, label: m.leave_state_declined() },
		withdrawn: { tone: 'neutral' as const, icon: 'undo' as const, label: m.leave_state_withdrawn() }
	}[state];
}

/** How the state of an offer is shown. */
export function swapState(state: SwapState): Look {
	return {
		open: { tone: 'accent' as const, icon: 'clock' as const, label: m.swap_state_short_open() },
		accepted: { tone: 'watch' as const, icon: 'clock' as const, label: m.swap_state_short_accepted() },
		done: { tone: 'ok' as const, icon: 'check' as const, label: m.swap_state_short_done() },
		withdrawn: { tone: 'neutral' as const, icon: 'undo' as const, label: m.swap_state_withdrawn() },
		declined: { tone: 'breach' as const, icon: 'close' as const, label: m.swap_state_declined() },
		expired: { tone: 'neutral' as const, icon: 'close' as const, label: m.swap_state_expired() }
	}[state];
}
