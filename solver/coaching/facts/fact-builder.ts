import {
	COUNT_COLUMNS,
	DAY_COLUMNS,
	SUM_COLUMNS,
	type CountColumn,
	type DayColumn,
	type SumColumn
} from './fact-columns.ts';
import type { FactAgent, PerformanceFacts } from './performance-facts.ts';

/** A fact row by names; columns left out are 0. */
export interface FactRow extends Partial<Record<CountColumn | SumColumn, number>> {
	agent: string;
	day: number;
	queue: string;
	channel: string;
	/** Null = not known. */
	intent: string | null;
	band: string;
}
export interface AgentDayRow extends Partial<Record<DayColumn, number>> {
	agent: string;
	day: number;
}

const UNKNOWN_INTENT = '';
const START_ROWS = 1024;

class Names {
	readonly list: string[] = [];
	readonly #index = new Map<string, number>();
	of(name: string): number {
		let i = this.#index.get(name);
		if (i === undefined) this.#index.set(name, (i = this.list.push(name) - 1));
		return i;
	}
}

/** Columns that grow as rows come; `build` cuts them to size. Rows of one key may come in pieces: all is summed later. */
export class FactBuilder {
	readonly #agents: FactAgent[];
	readonly #agentIndex: Map<string, number>;
	readonly #days: number;
	readonly #names = { queue: new Names(), channel: new Names(), intent: new Names(), band: new Names() };
	#rows = 0;
	#capacity = START_ROWS;
	#columns = columnsOf(START_ROWS);
	readonly #dayRows: AgentDayRow[] = [];

	/** @throws RangeError when `days` is not a whole number from 1 to 65,535 */
	constructor(agents: readonly FactAgent[], days: number) {
		if (!Number.isInteger(days) || days < 1 || days > 65_535)
			throw new RangeError(`Building facts: days "${days}" must be a whole number from 1 to 65535.`);
		this.#agents = [...agents];
		this.#agentIndex = new Map(agents.map(({ id }, i) => [id, i]));
		this.#days = days;
		this.#names.intent.of(UNKNOWN_INTENT);
	}

	/** @throws RangeError for an agent that was not named, or a day outside the facts */
	add(row: FactRow): void {
		const agent = this.#agentOf(row);
		if (this.#rows === this.#capacity) this.#grow();
		const i = this.#rows++;
		const { keys, counts, sums } = this.#columns;
		keys.agent[i] = agent;
		keys.day[i] = row.day;
		keys.queue[i] = this.#names.queue.of(row.queue);
		keys.channel[i] = this.#names.channel.of(row.channel);
		keys.intent[i] = this.#names.intent.of(row.intent ?? UNKNOWN_INTENT);
		keys.band[i] = this.#names.band.of(row.band);
		for (const name of COUNT_COLUMNS) counts[name][i] = row[name] ?? 0;
		for (const name of SUM_COLUMNS) sums[name][i] = row[name] ?? 0;
	}

	addDay(row: AgentDayRow): void {
		this.#agentOf(row);
		this.#dayRows.push(row);
	}

	build(): PerformanceFacts {
		const { keys, counts, sums } = columnsOf(this.#rows, this.#columns);
		const dayRows = this.#dayRows;
		return {
			agents: this.#agents,
			days: this.#days,
			queues: this.#names.queue.list,
			channels: this.#names.channel.list,
			intents: this.#names.intent.list,
			bands: this.#names.band.list,
			rows: this.#rows,
			...keys,
			counts,
			sums,
			agentDays: {
				rows: dayRows.length,
				agent: Uint32Array.from(dayRows, ({ agent }) => this.#agentIndex.get(agent)!),
				day: Uint16Array.from(dayRows, ({ day }) => day),
				values: Object.fromEntries(
					DAY_COLUMNS.map((name) => [name, Float32Array.from(dayRows, (row) => row[name] ?? 0)])
				) as Record<DayColumn, Float32Array>
			}
		};
	}

	#agentOf({ agent, day }: { agent: string; day: number }): number {
		const index = this.#agentIndex.get(agent);
		if (index === undefined)
			throw new RangeError(`Adding a fact: agent "${agent}" is none of the ${this.#agents.length} named.`);
		if (!Number.isInteger(day) || day < 0 || day >= this.#days)
			throw new RangeError(`Adding a fact: day "${day}" must be a whole number from 0 to ${this.#days - 1}.`);
		return index;
	}

	#grow(): void {
		this.#capacity *= 2;
		this.#columns = columnsOf(this.#capacity, this.#columns);
	}
}

interface Columns {
	keys: Pick<PerformanceFacts, 'agent' | 'day' | 'queue' | 'channel' | 'intent' | 'band'>;
	counts: PerformanceFacts['counts'];
	sums: PerformanceFacts['sums'];
}

function columnsOf(rows: number, from?: Columns): Columns {
	const sized = <T extends Uint32Array | Uint16Array | Uint8Array | Float32Array>(array: T, old?: T): T => {
		if (old) array.set(old.subarray(0, Math.min(old.length, rows)) as never);
		return array;
	};
	return {
		keys: {
			agent: sized(new Uint32Array(rows), from?.keys.agent),
			day: sized(new Uint16Array(rows), from?.keys.day),
			queue: sized(new Uint16Array(rows), from?.keys.queue),
			channel: sized(new Uint8Array(rows), from?.keys.channel),
			intent: sized(new Uint16Array(rows), from?.keys.intent),
			band: sized(new Uint8Array(rows), from?.keys.band)
		},
		counts: Object.fromEntries(
			COUNT_COLUMNS.map((name) => [name, sized(new Uint16Array(rows), from?.counts[name])])
		) as Record<CountColumn, Uint16Array>,
		sums: Object.fromEntries(
			SUM_COLUMNS.map((name) => [name, sized(new Float32Array(rows), from?.sums[name])])
		) as Record<SumColumn, Float32Array>
	};
}
