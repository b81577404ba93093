import type { CallHistory } from '../call-history.ts';
import { daysMeasured, weekOf } from './borrow-history.ts';

/** A queue of so many measured days stands on its own, and may lend. */
export const OWN_DAYS = 28;

interface Queue {
	id: string;
	history: CallHistory;
	likeId?: string | null;
}

/**
 * Whose shape a new queue borrows: the one named, when it has a history of its own, otherwise the one nearest in
 * shape by the Bhattacharyya coefficient of their shares over the weekdays and intervals that both were measured in.
 * Null: the queue needs none, or there is none to lend.
 */
export function chooseLender<Q extends Queue>(queue: Q, all: readonly Q[]): Q | null {
	const days = daysMeasured(queue.history).length;
	if (days === 0 || days >= OWN_DAYS) return null;
	const lenders = all.filter(
		({ id, history }) =>
			id !== queue.id &&
			history.intervalSeconds === queue.history.intervalSeconds &&
			daysMeasured(history).length >= OWN_DAYS
	);
	const named = lenders.find(({ id }) => id === queue.likeId);
	if (named) return named;
	const own = weekOf(queue.history);
	let [best, most] = [null as Q | null, 0];
	for (const lender of lenders) {
		const likeness = likenessOf(own, weekOf(lender.history));
		if (likeness > most) [best, most] = [lender, likeness];
	}
	return best;
}

function likenessOf(a: readonly (number | null)[], b: readonly (number | null)[]): number {
	let [sumA, sumB, product] = [0, 0, 0];
	a.forEach((value, s) => {
		const other = b[s];
		if (value === null || other === null || other === undefined) return;
		sumA += value;
		sumB += other;
		product += Math.sqrt(value * other);
	});
	return sumA > 0 && sumB > 0 ? product / Math.sqrt(sumA * sumB) : 0;
}
