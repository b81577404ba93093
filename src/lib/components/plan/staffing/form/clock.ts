/** 540 → "09:00"; the end of the day is "00:00", which as an end is midnight. */
export const clockOf = (minute: number): string =>
	`${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** "09:00" → 540; null when it is no time of day. As an end, "00:00" is the end of the day. */
export function minuteOf(text: string, isEnd = false): number | null {
	const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
	if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
	const minute = Number(hours) * 60 + Number(minutes);
	return isEnd && minute === 0 ? 1440 : minute;
}
