/**
 * Counts of a fact row, whole numbers. A rate's denominator counts only the contacts of which its outcome is known, so
 * that what no source tells is unknown and not zero.
 */
export const COUNT_COLUMNS = [
	/** Contacts with a handle time above zero. */
	'handled',
	/** Of voice contacts answered: `holdable` could be put on hold, `holds` were. */
	'holdable',
	'holds',
	'transferable',
	'transfers',
	/** Contacts whose 7 days are over, and those that no contact for the same reason followed. */
	'fcrClosed',
	'fcrResolved',
	/** Contacts whose 7 days are over, and those that any contact of the customer followed. */
	'recontactable',
	'recontacts',
	/** Surveys answered, and those with a 4 or 5. */
	'surveys',
	'satisfied',
	'escalatable',
	'escalations',
	/** Contacts with after-contact work. */
	'wrapped',
	/** Contacts whose mood at the start is known, and those with a first and a last quarter. */
	'moods',
	'shifts'
] as const;
export type CountColumn = (typeof COUNT_COLUMNS)[number];

/** Sums of a fact row. Logarithms are natural, of seconds; moods run from −1 to 1. */
export const SUM_COLUMNS = [
	'talkSeconds',
	'holdSeconds',
	'acwSeconds',
	/** Of ln(talk + hold + after-contact work) over `handled`. */
	'logHandle',
	'logHandleSquares',
	/** Of ln(after-contact work) over `wrapped`. */
	'logAcw',
	'logAcwSquares',
	/** The customer's mood at the start, over `moods`. */
	'moodAtStart',
	/** Last quarter less first quarter, over `shifts`. */
	'moodShift',
	'moodShiftSquares'
] as const;
export type SumColumn = (typeof SUM_COLUMNS)[number];

/** Of an agent's day, whatever was handled. */
export const DAY_COLUMNS = [
	'scheduledSeconds',
	/** Scheduled seconds in which the agent's state was not what the schedule asked for. */
	'exceptionSeconds',
	/** Evaluations of the day, and the sum and squares of their scores, 0–1. */
	'evaluations',
	'evaluationScores',
	'evaluationSquares'
] as const;
export type DayColumn = (typeof DAY_COLUMNS)[number];
