import type { Channel } from '#lib/contracts/terms.ts';
import type { ContactFold } from './fold/contact-fold.ts';

const HOUR_MS = 3_600_000;

/** After this long without a word a contact is taken to have ended unseen; letters may lie for weeks. */
export const LOST_AFTER_MS: Record<Channel, number> = {
	voice: 6 * HOUR_MS,
	chat: 12 * HOUR_MS,
	messaging: 72 * HOUR_MS,
	email: 30 * 24 * HOUR_MS,
	social: 7 * 24 * HOUR_MS
};

/** No contact counts as open after this. */
export const LONGEST_SILENCE_MS = Math.max(...Object.values(LOST_AFTER_MS));

/** Whether an open contact's end was never told, or its clock is as far ahead: it does not count as waiting or as handled. */
export const isLost = (fold: ContactFold, nowMs: number): boolean =>
	Math.abs(nowMs - fold.lastEventAt) > LOST_AFTER_MS[fold.channel ?? 'voice'];
