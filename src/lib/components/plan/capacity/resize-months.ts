import type { EditorForm, MonthForm } from './editor-form.ts';

/** The rows of a form for another number of months: later ones begin empty, those beyond are let go. */
export function resizeMonths(months: EditorForm['months'], count: number): MonthForm[] {
	const kept = months.slice(0, count);
	const [year, month] = months[0]!.month.split('-').map(Number) as [number, number];
	const added = Array.from({ length: Math.max(0, count - kept.length) }, (_, i) => ({
		month: new Date(Date.UTC(year, month - 1 + kept.length + i, 1)).toISOString().slice(0, 7),
		volumePercent: null,
		ahtPercent: null,
		points: null,
		awayPercent: null,
		hired: null
	}));
	return [...kept, ...added];
}
