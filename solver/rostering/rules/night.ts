import { DEFAULT_NIGHT } from '../contract.ts';
import type { RosterAgent, ShiftTemplate } from '../problem.ts';

/** Whether a shift is a night under the agent's contract, told minute by minute. */
export function isNightShift({ contract }: RosterAgent, shift: ShiftTemplate): boolean {
	const { fromMinute, toMinute, minHours } = contract.night ?? DEFAULT_NIGHT;
	const isNightTime = (minute: number) => {
		const at = minute % 1440;
		return fromMinute < toMinute ? at >= fromMinute && at < toMinute : at >= fromMinute || at < toMinute;
	};
	let longest = 0;
	let inOneNight = 0;
	for (let minute = shift.startMinute; minute < shift.startMinute + shift.lengthMinutes; minute++) {
		// A span of the whole day begins anew at its own hour.
		if (!isNightTime(minute) || minute % 1440 === fromMinute % 1440) inOneNight = 0;
		if (isNightTime(minute)) longest = Math.max(longest, ++inOneNight);
	}
	return longest >= minHours * 60;
}
