import { readFileSync } from 'node:fs';
import { BANK_FOLDER } from './anonymous-bank.ts';

const QUEUES: Record<string, string> = {
	PS: 'banking',
	PE: 'banking-english',
	IN: 'internet',
	NE: 'stock',
	NW: 'prospects',
	TT: 'callbacks'
};
const THRESHOLD_SECONDS = 20;

/** A call of the raw rows, in seconds of its day; null where it never came so far. */
interface Call {
	queue: string | null;
	vruEntry: number;
	vruExit: number;
	entered: number | null;
	/** Picked up by an agent. */
	answered: number | null;
	ended: number | null;
	/** Hung up in the queue. */
	hungUp: number | null;
	agent: string;
	line: string;
	order: number;
}

const seconds = (clock: string): number =>
	clock.split(':').reduce((total, part) => total * 60 + Number(part), 0);

/** The calls of a day such as "990103", read from the tab-separated rows and from nothing else. */
export function bankCalls(date: string): Call[] {
	const file = `${BANK_FOLDER}/19${date.slice(0, 2)}-${date.slice(2, 4)}.tsv`;
	const calls: Call[] = [];
	for (const [order, text] of readFileSync(file, 'utf8').split(/\r?\n/).entries()) {
		const row = text.split('\t');
		if (row[5] !== date || !QUEUES[row[4]!] || row[12] === 'PHANTOM') continue;
		const at = (column: number): number => seconds(row[column]!);
		const queued = at(9) > 0 || Number(row[11]) > 0;
		const served = row[12] === 'AGENT';
		const isBackwards =
			at(7) < at(6) ||
			(queued && at(10) < at(9)) ||
			(served && (at(14) < at(13) || at(13) < (queued ? at(9) : at(6))));
		if (isBackwards) continue;
		calls.push({
			queue: queued || served ? QUEUES[row[4]!]! : null,
			vruEntry: at(6),
			vruExit: at(7),
			entered: queued ? at(9) : served ? at(13) : null,
			answered: served ? at(13) : null,
			ended: served ? at(14) : null,
			hungUp: queued && !served ? at(10) : null,
			agent: row[16]!,
			line: row[0]!,
			order
		});
	}
	return calls;
}

/** What the definitions make of the calls up to and with one second of their day, by queue; a queue that nothing entered is left out. */
export function bankFloor(calls: readonly Call[], second: number) {
	const until = (at: number | null): number | null => (at !== null && at <= second ? at : null);
	const queues: Record<string, ReturnType<typeof emptyQueue>> = {};
	const bots = { active: 0, sessions: 0, escalated: 0, resolved: 0 };
	for (const call of calls) {
		const end = call.queue === null ? call.vruExit : (call.hungUp ?? call.ended)!;
		if (until(call.vruEntry) === null) continue;
		bots.sessions++;
		// What a voice-response unit's own clock says may run on after the call has entered a queue or ended.
		if (until(call.vruExit) !== null || end <= second) bots[call.queue === null ? 'resolved' : 'escalated']++;
		else bots.active++;
		if (call.queue === null || until(call.entered) === null) continue;
		const queue = (queues[call.queue] ??= emptyQueue());
		const entered = call.entered!;
		queue.offered++;
		const answered = until(call.answered);
		const hungUp = until(call.hungUp);
		if (answered !== null) {
			queue.answered++;
			queue.waitSeconds += answered - entered;
			if (answered - entered <= THRESHOLD_SECONDS) queue.answeredInThreshold++;
			if (until(call.ended) === null) queue.handling++;
			else {
				queue.handled++;
				queue.talkSeconds += call.ended! - answered;
			}
		} else if (hungUp !== null) {
			queue.abandoned++;
			if (hungUp - entered <= THRESHOLD_SECONDS) queue.abandonedInThreshold++;
		} else {
			queue.waiting++;
			queue.oldestSecond = Math.min(queue.oldestSecond ?? Infinity, entered);
		}
	}
	return { queues, bots };
}

const emptyQueue = () => ({
	waiting: 0,
	oldestSecond: null as number | null,
	handling: 0,
	offered: 0,
	answered: 0,
	abandoned: 0,
	answeredInThreshold: 0,
	abandonedInThreshold: 0,
	waitSeconds: 0,
	handled: 0,
	talkSeconds: 0
});
