import type { HistoryError, HistoryProblem } from './history-file.ts';

const KEPT = 1000;

/** Counts every error and keeps the first thousand. */
export class ErrorList {
	first: HistoryError[] = [];
	count = 0;

	push(error: HistoryError): void {
		this.count++;
		if (this.first.length < KEPT) this.first.push(error);
	}

	add(
		line: number | null,
		column: string | null,
		value: string | null,
		problem: HistoryProblem,
		detail: string | null = null
	): void {
		this.push({ line, column, value, problem, detail });
	}
}
