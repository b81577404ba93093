import type { PooledQueue } from './pooled-queue.ts';
import type { SkillGroup } from './skill-group.ts';

export const refuse = (action: string, name: string, value: unknown, wanted: string): never => {
	throw new RangeError(`${action}: ${name} "${value}" must be ${wanted}.`);
};

export interface PoolingTerms {
	queues: readonly PooledQueue[];
	groups: readonly Pick<SkillGroup, 'id' | 'queueIds'>[];
	intervalSeconds: number;
	dayOf?: ArrayLike<number>;
	seed: number;
}

/** Throws a RangeError that names the action, the value and what was wanted. */
export function checkPooling(action: string, terms: PoolingTerms): void {
	const { queues, groups, intervalSeconds, dayOf, seed } = terms;
	if (!(intervalSeconds > 0 && intervalSeconds < Infinity))
		refuse(action, 'intervalSeconds', intervalSeconds, 'a finite number of seconds above 0');
	if (!Number.isFinite(seed)) refuse(action, 'seed', seed, 'a finite number');
	if (queues.length === 0) refuse(action, 'queues.length', 0, 'at least 1');
	const intervals = queues[0]!.volumes.length;
	checkIds(action, 'queues', queues);
	checkIds(action, 'groups', groups);
	for (const queue of queues) checkQueue(action, queue, intervals);
	const known = new Set(queues.map(({ id }) => id));
	for (const { id, queueIds } of groups) {
		const strange = queueIds.find((queueId) => !known.has(queueId));
		if (strange !== undefined)
			refuse(action, `queueIds of group "${id}"`, strange, `among ${[...known].join(', ')}`);
		if (new Set(queueIds).size < queueIds.length)
			refuse(action, `queueIds of group "${id}"`, queueIds.join(', '), 'each named once');
	}
	if (dayOf) checkLength(action, 'dayOf', dayOf, intervals);
}

/** A count that may be left out: whole and at least `least`. */
export function checkWhole(action: string, name: string, value: number, least: number): void {
	if (!Number.isSafeInteger(value) || value < least)
		refuse(action, name, value, `a whole number, ${least} or more`);
}

export function checkLength(action: string, name: string, series: ArrayLike<unknown>, length: number): void {
	if (series.length !== length)
		refuse(action, `${name}.length`, series.length, `${length}, one for each interval`);
}

/** Every value of a series must be finite and at least 0. */
export function checkSeries(action: string, name: string, series: ArrayLike<number>, length: number): void {
	checkLength(action, name, series, length);
	for (let i = 0; i < length; i++)
		if (!(series[i]! >= 0 && series[i]! < Infinity))
			refuse(action, `${name}[${i}]`, series[i], 'a finite number, 0 or more');
}

function checkIds(action: string, name: string, items: readonly { id: string }[]): void {
	const seen = new Set<string>();
	for (const { id } of items) {
		if (seen.has(id)) refuse(action, `id in ${name}`, id, 'given once');
		seen.add(id);
	}
}

function checkQueue(action: string, queue: PooledQueue, intervals: number): void {
	const { id, volumes, ahtSeconds, ahtCv = 0, patienceSeconds, serviceLevel } = queue;
	const { minimumAgents = 0, concurrency = 1, priority = 1 } = queue;
	const of = (name: string) => `${name} of queue "${id}"`;
	checkSeries(action, of('volumes'), volumes, intervals);
	checkLength(action, of('ahtSeconds'), ahtSeconds, intervals);
	for (let i = 0; i < intervals; i++)
		if (volumes[i]! > 0 && !(ahtSeconds[i]! > 0 && ahtSeconds[i]! < Infinity))
			refuse(action, `${of('ahtSeconds')}[${i}]`, ahtSeconds[i], 'a finite number of seconds above 0');
	if (!(ahtCv >= 0 && ahtCv <= 10)) refuse(action, of('ahtCv'), ahtCv, 'a number from 0 to 10');
	if (patienceSeconds !== null && !(patienceSeconds > 0 && patienceSeconds < Infinity))
		refuse(action, of('patienceSeconds'), patienceSeconds, 'a finite number of seconds above 0, or null');
	const { share, thresholdSeconds } = serviceLevel;
	if (!(share > 0 && share < 1))
		refuse(
			action,
			of('serviceLevel.share'),
			share,
			`a fraction above 0 and below 1${share > 1 && share < 100 ? ` (maybe ${share / 100} was meant)` : ''}`
		);
	if (!(thresholdSeconds >= 0 && thresholdSeconds < Infinity))
		refuse(
			action,
			of('serviceLevel.thresholdSeconds'),
			thresholdSeconds,
			'a finite number of seconds, 0 or more'
		);
	checkWhole(action, of('minimumAgents'), minimumAgents, 0);
	checkWhole(action, of('concurrency'), concurrency, 1);
	if (!(priority > 0 && priority < Infinity))
		refuse(action, of('priority'), priority, 'a finite number above 0');
}
