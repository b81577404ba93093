/** A kind of shift that the planner allows; its start times come from the demand. */
export interface ShiftKind {
	id: string;
	lengthMinutes: number;
	breaks: { offsetMinute: number; lengthMinutes: number; paid: boolean; kind?: 'break' | 'lunch' }[];
}

/** What most centres run: a full day with a meal, a short and a half one. */
export const SHIFT_KINDS: readonly ShiftKind[] = [
	{
		id: 'full',
		lengthMinutes: 510,
		breaks: [{ offsetMinute: 240, lengthMinutes: 30, paid: false, kind: 'lunch' }]
	},
	{ id: 'short', lengthMinutes: 360, breaks: [{ offsetMinute: 180, lengthMinutes: 30, paid: true }] },
	{ id: 'half', lengthMinutes: 240, breaks: [] }
];

/** The kinds of shift as one chooses among them. */
export const SHIFT_CHOICES = SHIFT_KINDS.map(({ id, lengthMinutes, breaks }) => ({
	id,
	lengthMinutes,
	breakMinutes: breaks.reduce((sum, pause) => sum + pause.lengthMinutes, 0)
}));

export interface ShiftTemplate extends ShiftKind {
	startMinute: number;
}

const DAY_MINUTES = 1_440;
const clock = (minute: number): string =>
	`${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/**
 * Shifts of each kind that begin every `stepMinutes` within the hours in which people are needed. Where work goes on
 * through the night, shifts may begin at any hour and pass midnight.
 *
 * @param needed minutes of the day in which somebody is needed, the first and the one after the last
 */
export function shiftTemplates(
	needed: { fromMinute: number; toMinute: number },
	kinds: readonly ShiftKind[],
	stepMinutes: number
): ShiftTemplate[] {
	const { fromMinute, toMinute } = needed;
	const isRoundTheClock = toMinute - fromMinute >= DAY_MINUTES - 60;
	const templates: ShiftTemplate[] = [];
	for (const kind of kinds) {
		const last = isRoundTheClock
			? DAY_MINUTES - stepMinutes
			: Math.max(fromMinute, toMinute - kind.lengthMinutes);
		const first = isRoundTheClock ? 0 : Math.floor(fromMinute / stepMinutes) * stepMinutes;
		for (let start = first; start <= last; start += stepMinutes)
			templates.push({ ...kind, id: `${kind.id} ${clock(start)}`, startMinute: start });
	}
	return templates;
}
