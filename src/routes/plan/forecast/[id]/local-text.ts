/** An instant as a field of local time holds it: "2026-03-02T09:00". */
export const localText = (atMs: number, timeZone: string): string =>
	new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit'
	})
		.format(atMs)
		.replace(' ', 'T');
