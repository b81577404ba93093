import { clockOf, minuteOf } from './clock.ts';

export type OutboundBlock = {
	name: string;
	queueId: string;
	weekdays: number[];
	fromMinute: number;
	toMinute: number;
	contactsPerDay: number;
	ahtSeconds: number;
	placement: 'even' | 'quiet';
};

/** An outbound block as the form holds it. */
export type BlockRow = {
	key: number;
	name: string;
	queueId: string;
	weekdays: number[];
	from: string;
	to: string;
	contactsPerDay: number | null;
	ahtSeconds: number | null;
	placement: string;
};

let keys = 0;

export const toBlockRow = (block: OutboundBlock): BlockRow => ({
	key: keys++,
	name: block.name,
	queueId: block.queueId,
	weekdays: block.weekdays,
	from: clockOf(block.fromMinute),
	to: clockOf(block.toMinute),
	contactsPerDay: block.contactsPerDay,
	ahtSeconds: block.ahtSeconds,
	placement: block.placement
});

export const newBlockRow = (queueId: string): BlockRow =>
	toBlockRow({
		name: '',
		queueId,
		weekdays: [1, 2, 3, 4, 5],
		fromMinute: 600,
		toMinute: 780,
		contactsPerDay: 100,
		ahtSeconds: 180,
		placement: 'even'
	});

/** What is sent; what is no number or no time goes as it is and is refused with its reason. */
export const toBlock = (row: BlockRow) => ({
	name: row.name,
	queueId: row.queueId,
	weekdays: row.weekdays,
	fromMinute: minuteOf(row.from) ?? row.from,
	toMinute: minuteOf(row.to, true) ?? row.to,
	contactsPerDay: row.contactsPerDay ?? 0,
	ahtSeconds: row.ahtSeconds ?? 0,
	placement: row.placement
});
