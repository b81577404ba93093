/** Enter goes to the same column of the next row, Shift+Enter back, as in a spreadsheet. For a table of fields. */
export function moveInGrid(event: KeyboardEvent): void {
	if (event.key !== 'Enter') return;
	const cell = (event.target as Element).closest('td');
	const row = cell?.closest('tr');
	if (!cell || !row) return;
	event.preventDefault();
	const next = (
		event.shiftKey ? row.previousElementSibling : row.nextElementSibling
	) as HTMLTableRowElement | null;
	const input = next?.cells[cell.cellIndex]?.querySelector('input');
	input?.focus();
	input?.select();
}
