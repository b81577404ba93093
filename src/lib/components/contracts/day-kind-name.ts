import { m } from '#lib/paraglide/messages.js';

const NAMES: Partial<Record<string, () => string>> = {
	off: m.contract_day_off,
	work: m.contract_day_work,
	night: m.contract_day_night,
	early: m.contract_day_early,
	late: m.contract_day_late
};

/** What a sequence calls a day; a name that a contract made up stays as it is. */
export const dayKindName = (name: string): string => NAMES[name]?.() ?? name;
