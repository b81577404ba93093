import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Rig, type FaultOptions, type FaultReport } from './rig.ts';

const VOLUME_MB = 64;

interface Disk {
	folder: string;
	how: string;
	fill(rig: Rig): void;
	free(rig: Rig): void;
	remove(): void;
}

/** Fills a small volume and makes room again, under load: what could not be stored was refused, and is taken afterwards. */
export async function diskFull({ runs, seed }: FaultOptions): Promise<FaultReport> {
	const disk = smallVolume() ?? fileLimit();
	const rig = await Rig.open('disk-full', seed, {}, disk.folder);
	let refused = 0;
	try {
		while (rig.report.runs < runs && rig.report.faults.length === 0) {
			const { feed, random } = rig;
			feed.resume();
			await feed.untilMore(200 + random(1_000));
			disk.fill(rig);
			const before = feed.answers.get(503) ?? 0;
			const fullUntil = performance.now() + 200 + random(1_300);
			while (performance.now() < fullUntil || (feed.answers.get(503) ?? 0) === before) {
				if (performance.now() > fullUntil + 10_000) {
					rig.fault('nothing was refused while the disk was full');
					break;
				}
				await rig.readWithin('/api/v1/live', 2_000);
				await rig.readWithin('/healthz', 2_000);
				await setTimeout(50);
			}
			refused += (feed.answers.get(503) ?? 0) - before;
			disk.free(rig);
			await rig.settle();
		}
		rig.report.note = `${disk.how}; ${refused} requests refused with 503`;
		return await rig.close();
	} finally {
		await rig.server.kill();
		disk.remove();
	}
}

/** A tmpfs of its own, where mounting is allowed. */
function smallVolume(): Disk | null {
	const folder = mkdtempSync(join(tmpdir(), 'marea-volume-'));
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${VOLUME_MB}m`, 'tmpfs', folder], { stdio: 'ignore' });
	} catch {
		rmSync(folder, { recursive: true, force: true });
		return null;
	}
	const filler = join(folder, 'filler');
	return {
		folder: mkdtempSync(join(folder, 'data-')),
		how: `a tmpfs of ${VOLUME_MB} MB, filled to the last byte`,
		fill() {
			const file = openSync(filler, 'w');
			// To the last byte: what is left after large pieces goes in small ones.
			for (const size of [1_000_000, 4_096, 1])
				try {
					for (const piece = Buffer.alloc(size); ;) writeSync(file, piece);
				} catch (error) {
					if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
				}
			closeSync(file);
		},
		free: () => rmSync(filler, { force: true }),
		remove() {
			execFileSync('umount', ['-l', folder]);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Elsewhere the kernel refuses the running server's files another byte: the same error paths by another number. */
function fileLimit(): Disk {
	const set = (rig: Rig, bytes: string): void =>
		void execFileSync('prlimit', ['--pid', String(rig.server.process.pid), `--fsize=${bytes}:unlimited`]);
	return {
		folder: mkdtempSync(join(tmpdir(), 'marea-disk-full-')),
		how: 'RLIMIT_FSIZE on the running server (mounting is not allowed here)',
		fill: (rig) => set(rig, String(statSync(`${rig.db.slice('file:'.length)}-wal`).size)),
		free: (rig) => set(rig, 'unlimited'),
		remove: () => undefined
	};
}
