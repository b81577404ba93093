import { m } from '#lib/paraglide/messages.js';

const LETTERS = {
	break: m.rosteredit_letter_break,
	lunch: m.rosteredit_letter_lunch,
	training: m.rosteredit_letter_training,
	meeting: m.rosteredit_letter_meeting
};

/** What stands on a part of a shift, so that its colour need not be told apart. */
export const activityLetter = (kind: keyof typeof LETTERS): string => LETTERS[kind]();
