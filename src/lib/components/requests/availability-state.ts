import type { AvailabilityState } from '#lib/contracts/requests.ts';
import { m } from '#lib/paraglide/messages.js';
import type { IconName } from '../shared/icons.ts';

/** How the state of an availability is shown. */
export const availabilityState = (
	state: AvailabilityState
): { tone: 'neutral' | 'ok' | 'watch' | 'breach'; icon: IconName; label: string } =>
	({
		asked: { tone: 'watch' as const, icon: 'clock' as const, label: m.wish_state_asked() },
		approved: { tone: 'ok' as const, icon: 'check' as const, label: m.wish_state_approved() },
		declined: { tone: 'breach' as const, icon: 'close' as const, label: m.wish_state_declined() },
		withdrawn: { tone: 'neutral' as const, icon: 'undo' as const, label: m.leave_state_withdrawn() }
	})[state];
