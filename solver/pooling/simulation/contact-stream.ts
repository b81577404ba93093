import type { Random } from '../../numeric/random.ts';
import type { PoolModel } from './pool-model.ts';

/**
 * The contacts of one run, in order of arrival, with all that chance decides about them. Plans that are run on the
 * same stream differ by their agents only (common random numbers; Law, Simulation Modeling and Analysis, §11.2).
 */
export interface ContactStream {
	count: number;
	/** Seconds from the start. */
	at: Float64Array;
	queue: Int32Array;
	/** interval × queues + queue: where its outcome is booked. */
	cell: Int32Array;
	serviceSeconds: Float64Array;
	/** When it gives up unless answered before; Infinity = never. Seconds from the start. */
	deadline: Float64Array;
}

/** What is expected in each interval: cell = interval × queues + queue. */
export interface ArrivalPlan {
	intervals: number;
	intervalSeconds: number;
	/** Expected contacts by cell. */
	volumes: Float64Array;
	ahtSeconds: Float64Array;
}

export const emptyStream = (): ContactStream => ({
	count: 0,
	at: new Float64Array(0),
	queue: new Int32Array(0),
	cell: new Int32Array(0),
	serviceSeconds: new Float64Array(0),
	deadline: new Float64Array(0)
});

/**
 * Draws a Poisson stream whose rate is constant within each interval, by the time change of a unit-rate process: with
 * equal seeds a larger volume has the same contacts closer together, each with its own handling time and patience.
 * Fills `stream` and enlarges it where needed. About 80 ns a contact.
 *
 * @param factors by cell, on the volumes; left out: 1
 */
export function drawContacts(
	stream: ContactStream,
	model: PoolModel,
	plan: ArrivalPlan,
	random: Random,
	factors?: Float64Array
): void {
	const { queueCount: queues, patienceSeconds, ahtCv } = model;
	const { intervals, intervalSeconds, volumes, ahtSeconds } = plan;
	const arrivals = random.fork('arrivals').uniform;
	const service = random.fork('service');
	const patience = random.fork('patience').uniform;
	const sigma = ahtCv.map((cv) => (cv > 0 ? Math.sqrt(Math.log(1 + cv * cv)) : 0));
	const upTo = new Float64Array(queues);
	let n = 0;
	let gap = -Math.log(1 - arrivals());
	for (let i = 0; i < intervals; i++) {
		let total = 0;
		for (let q = 0; q < queues; q++) {
			const cell = i * queues + q;
			total += factors ? volumes[cell]! * factors[cell]! : volumes[cell]!;
			upTo[q] = total;
		}
		let used = 0;
		while (used + gap < total) {
			used += gap;
			gap = -Math.log(1 - arrivals());
			if (n === stream.at.length) enlarge(stream, Math.max(1024, n * 2));
			const mark = arrivals() * total;
			let low = 0;
			for (let high = queues - 1; low < high;) {
				const middle = (low + high) >> 1;
				if (mark < upTo[middle]!) high = middle;
				else low = middle + 1;
			}
			const at = (i + used / total) * intervalSeconds;
			const cell = i * queues + low;
			stream.at[n] = at;
			stream.queue[n] = low;
			stream.cell[n] = cell;
			const cv = ahtCv[low]!;
			const mean = ahtSeconds[cell]!;
			stream.serviceSeconds[n] =
				cv < 0
					? -mean * Math.log(1 - service.uniform())
					: mean * Math.exp(sigma[low]! * service.normal() - (sigma[low]! * sigma[low]!) / 2);
			const unit = -Math.log(1 - patience());
			stream.deadline[n] = patienceSeconds[low] === Infinity ? Infinity : at + patienceSeconds[low]! * unit;
			n++;
		}
		gap -= total - used;
	}
	stream.count = n;
}

function enlarge(stream: ContactStream, size: number): void {
	for (const name of ['at', 'serviceSeconds', 'deadline'] as const) {
		const larger = new Float64Array(size);
		larger.set(stream[name]);
		stream[name] = larger;
	}
	for (const name of ['queue', 'cell'] as const) {
		const larger = new Int32Array(size);
		larger.set(stream[name]);
		stream[name] = larger;
	}
}
