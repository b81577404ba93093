import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeKey } from '../run-marea.ts';
import { seededRandom } from '../seeded-random.ts';
import { startServer, type RunningServer, type ServerOptions } from '../start-server.ts';
import { Feed } from './feed.ts';
import { holdAgainstLog } from './hold-against-log.ts';

/** What a kind of fault did over its runs. */
export interface FaultReport {
	kind: string;
	runs: number;
	acknowledged: number;
	lost: number;
	doubled: number;
	differences: number;
	slowestReturnSeconds: number;
	/** How the fault was made, and what else was seen. */
	note: string;
	/** What is wrong; empty when everything holds. */
	faults: string[];
}

export interface FaultOptions {
	runs: number;
	seed: number;
}

/** A service counts as back by itself within this. */
export const RETURN_SECONDS = 5;

/** A production server on a database of its own with a feed, and the account of what a fault did to them. */
export class Rig {
	readonly folder: string;
	readonly db: string;
	readonly random: (n: number) => number;
	readonly report: FaultReport;
	server!: RunningServer;
	feed!: Feed;
	read!: Record<string, string>;
	ingestKey!: string;
	#options: ServerOptions = {};

	private constructor(kind: string, seed: number, folder: string) {
		this.folder = folder;
		this.db = `file:${join(folder, 'marea.db')}`;
		this.random = seededRandom(seed);
		this.report = {
			kind,
			runs: 0,
			acknowledged: 0,
			lost: 0,
			doubled: 0,
			differences: 0,
			slowestReturnSeconds: 0,
			note: '',
			faults: []
		};
	}

	static async open(
		kind: string,
		seed: number,
		options: ServerOptions = {},
		folder = mkdtempSync(join(tmpdir(), `marea-${kind}-`))
	): Promise<Rig> {
		const rig = new Rig(kind, seed, folder);
		rig.#options = options;
		rig.server = await startServer({ ...options, db: rig.db });
		rig.ingestKey = await makeKey(rig.db, 'ingest');
		rig.read = { authorization: `Bearer ${await makeKey(rig.db, 'read')}` };
		rig.feed = new Feed(rig.server.url, rig.ingestKey, rig.random);
		return rig;
	}

	fault(text: string): void {
		this.report.faults.push(`${this.report.kind} ${this.report.runs + 1}: ${text}`);
	}

	async restart(): Promise<void> {
		this.server = await startServer({ ...this.#options, db: this.db });
		this.feed.moveTo(this.server.url);
	}

	/** How long a read takes now; a fault when it is not answered well within `limitMs`. */
	async readWithin(path: string, limitMs: number): Promise<void> {
		const startedAt = performance.now();
		try {
			const answer = await fetch(this.server.url + path, {
				headers: this.read,
				signal: AbortSignal.timeout(limitMs)
			});
			await answer.arrayBuffer();
			if (!answer.ok) this.fault(`GET ${path} answered ${answer.status} during the fault`);
		} catch (error) {
			this.fault(
				`GET ${path} had no answer in ${Math.round(performance.now() - startedAt)} ms: ${String(error)}`
			);
		}
	}

	/** After the fault: taken again without a hand, then equal to the log. */
	async settle(): Promise<void> {
		const { report, feed } = this;
		const seconds = await feed.probe(3 * RETURN_SECONDS);
		if (seconds === null) this.fault(`nothing was taken for ${3 * RETURN_SECONDS} s after the fault`);
		this.noteReturn(seconds ?? Infinity);
		await feed.pause();
		if (seconds !== null) {
			const held = await holdAgainstLog(this.server.url, this.db, this.read, feed.acknowledged);
			report.lost += held.lost;
			report.doubled += held.doubled;
			report.differences += held.differences.length;
			if (held.lost) this.fault(`${held.lost} acknowledged events are not in the log`);
			if (held.doubled) this.fault(`${held.doubled} events are in the log twice`);
			for (const text of held.differences.slice(0, 5)) this.fault(text);
		}
		for (const text of feed.faults.splice(0).slice(0, 5)) this.fault(text);
		report.acknowledged = feed.acknowledged.size;
		report.runs++;
	}

	noteReturn(seconds: number): void {
		this.report.slowestReturnSeconds = Math.max(this.report.slowestReturnSeconds, seconds);
		if (seconds > RETURN_SECONDS) this.fault(`back after ${seconds.toFixed(1)} s`);
	}

	async close(): Promise<FaultReport> {
		await this.feed?.pause();
		const { exitCode, signalCode } = this.server.process;
		if (exitCode !== null || signalCode !== null)
			this.report.faults.push(`the server ended by itself: ${this.server.log().slice(-400)}`);
		await this.server.kill();
		rmSync(this.folder, { recursive: true, force: true });
		return this.report;
	}
}
