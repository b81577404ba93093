import { join } from 'node:path';
import type { FloorSnapshot } from '#lib/contracts/live.ts';
import { Centre } from '#lib/server/centre.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { readFloor } from '#lib/server/live/index.ts';
import { verifyLog } from '#lib/server/verify/index.ts';
import { AGENTS, busyFloor, QUEUES } from '../../support/busy-floor.ts';
import { runMarea } from '../../support/run-marea.ts';
import { seedBusyCentre } from '../../support/seed-busy-centre.ts';
import { signIn } from '../../support/sign-in.ts';
import { startServer, type RunningServer } from '../../support/start-server.ts';
import { say, timed, type Found } from './report.ts';

const DAY_MS = 86_400_000;
const PASSWORD = 'correct horse battery';

const shown = ({ queues, agents }: Pick<FloorSnapshot, 'queues' | 'agents'>): string =>
	JSON.stringify([
		queues.map(({ id, waiting, handling, oldestEnteredAt }) => [id, waiting, handling, oldestEnteredAt]),
		agents.map(({ id, state, since, contacts }) => [id, state, since, contacts])
	]);

/** A log of one whole day, so that nothing of it is old enough to be left out; from the start of the process to the floor's page. */
export async function benchRestart(folder: string, port: number): Promise<Found> {
	const size = Number(process.env.MAREA_LOG_EVENTS ?? 1_000_000);
	const url = `file:${join(folder, 'restart.db')}`;
	await seedBusyCentre(url, { queues: QUEUES, agents: AGENTS });
	const db = await openDatabase(url, 'drizzle');
	const ctx: Context = { db, now: Date.now };
	const centre = await Centre.open(ctx, () => null);
	const endsAt = Date.now();
	const events = busyFloor(size, endsAt, DAY_MS);
	const filled = await timed(async () => {
		for (let i = 0; i < events.length; i += 10_000) {
			await centre.ingest.accept(SYSTEM, events.slice(i, i + 10_000));
			if (i % 100_000 === 0) await centre.project();
		}
		await centre.stop();
	});
	const before = shown(readFloor(centre.state, endsAt));
	const opened = await timed(() => Centre.open({ db, now: () => endsAt }, () => null));
	const isSame = before === shown(readFloor(opened.result.state, endsAt));
	const verified = await timed(() => verifyLog(ctx, SYSTEM));
	const isRight = isSame && verified.result.differences.length === 0;
	db.close();

	const user = [
		'--email',
		'ana@example.org',
		'--name',
		'Ana',
		'--role',
		'supervisor',
		'--password',
		PASSWORD
	];
	await runMarea(['user', 'add', ...user, '--db', url]);
	let server: RunningServer = await startServer({ db: url, port });
	const cookie = await signIn(server, 'ana@example.org', PASSWORD);
	let isPage = true;
	const times: { how: string; ms: number }[] = [];
	for (const how of ['stop', 'kill'] as const) {
		await server[how]();
		const { ms } = await timed(async () => {
			server = await startServer({ db: url, port });
			const page = await fetch(`${server.url}/`, { headers: { cookie } });
			isPage = isPage && page.status === 200 && (await page.text()).includes('q0');
		});
		times.push({ how, ms });
	}
	await server.stop();
	const worst = Math.max(...times.map(({ ms }) => ms));
	say(
		`restart with a log of ${size.toLocaleString('en')} events, all of one day: first page ${times.map(({ how, ms }) => `${(ms / 1000).toFixed(2)} s after ${how}`).join(', ')}, ` +
			`of which the live state ${(opened.ms / 1000).toFixed(2)} s; marea verify ${(verified.ms / 1000).toFixed(1)} s; filled in ${(filled.ms / 1000).toFixed(0)} s; ` +
			(isRight && isPage ? 'the same floor, no difference' : 'WRONG')
	);
	return {
		isRight: isRight && isPage,
		goals: [
			{
				name: 'first page ≤ 2 s after a restart',
				met: worst <= 2_000,
				figure: `${(worst / 1000).toFixed(2)} s`
			}
		]
	};
}
