import { m } from '#lib/paraglide/messages.js';

const NAMES: Record<string, () => string> = {
	full: m.roster_kind_full,
	short: m.roster_kind_short,
	half: m.roster_kind_half
};

/** A kind of shift in the reader's language; one that is not known by its id. */
export const shiftKindName = (id: string): string => NAMES[id]?.() ?? id;
