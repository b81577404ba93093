import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { ensureBrowser } from '../../src/setup/browser.mjs';
import { ensureBuilt } from '../../src/setup/toolchain.mjs';
import type { FloorSnapshot } from '#lib/contracts/live.ts';
import { busyFloor } from '../support/busy-floor.ts';
import { makeKey, runMarea } from '../support/run-marea.ts';
import { seedBusyCentre } from '../support/seed-busy-centre.ts';
import { startServer, type RunningServer } from '../support/start-server.ts';
import { streamEvents, type EventStream } from '../support/stream-events.ts';
import { linearFit } from './browser/linear-fit.ts';
import { heapBytes, resetTasks, scrollFor, tasksOf, WATCH } from './browser/watch-page.ts';

const SIZE = { queues: 200, agents: 1_000 };
const EVENTS_PER_SECOND = 500;
const PAGES = ['/', '/agents'];
const SETTLE_MS = 10_000;
const MINUTE_MS = 60_000;
const SCROLL_MS = 20_000;
const HEAP_EVERY_MS = 15_000;
/** Caches fill in the first minutes. */
const WARM_UP_MS = 2 * MINUTE_MS;
const LONGEST_TASK_MS = 100;
/** A heap counts as flat while its fitted line grows by no more than this over the time. */
const FLAT_SHARE = 0.05;
const PASSWORD = 'correct horse battery';

/**
 * `npm run bench -- floor-browser [minutes]`: 200 queues and 1,000 agents at 500 events a second in Chromium. A minute
 * of each page without and with scrolling for long tasks and frames, then `minutes` (10) of both for memory.
 */
export default async function floorBrowser([minutesText = '10']: string[]): Promise<boolean> {
	const minutes = Number(minutesText);
	const folder = mkdtempSync(join(tmpdir(), 'marea-browser-'));
	const db = `file:${join(folder, 'busy.db')}`;
	await ensureBuilt();
	await seedBusyCentre(db, SIZE);
	await runMarea(
		['user', 'add', '--email', 'ana@example.org', '--name', 'Ana', '--role', 'supervisor', '--db', db].concat(
			'--password',
			PASSWORD
		)
	);
	const server = await startServer({ db });
	const key = await makeKey(db, 'ingest');
	const executablePath = (await ensureBrowser()) || undefined;
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
	const seconds = 60 + PAGES.length * 100 + minutes * 60 + 120;
	const count = EVENTS_PER_SECOND * seconds;
	const stream = streamEvents(
		server.url,
		key,
		busyFloor(count, Date.now(), 1_000 * count, SIZE),
		EVENTS_PER_SECOND
	);
	try {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		await context.addInitScript(WATCH);
		await signIn(context, server);
		let isMet = true;
		for (const path of PAGES) isMet = (await minuteOf(context, server, path)) && isMet;
		if (minutes > 0) isMet = (await memoryOf(context, server, minutes)) && isMet;
		return (await isRight(context, server, stream)) && isMet;
	} finally {
		await stream.stop();
		await browser.close();
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function signIn(context: BrowserContext, { url }: RunningServer): Promise<void> {
	const page = await context.newPage();
	await page.goto(`${url}/sign-in`);
	await page.locator('input[type=email]').fill('ana@example.org');
	await page.locator('input[type=password]').fill(PASSWORD);
	await page.locator('input[type=password]').press('Enter');
	await page.waitForURL((at) => at.pathname !== '/sign-in');
	await page.close();
}

/** A minute of a page, the last part of it scrolling: no task may take longer than the bar. */
async function minuteOf(context: BrowserContext, { url }: RunningServer, path: string): Promise<boolean> {
	const page = await context.newPage();
	await page.goto(`${url}${path}`);
	await page.waitForTimeout(SETTLE_MS);
	await resetTasks(page);
	await page.waitForTimeout(MINUTE_MS - SCROLL_MS);
	const still = await tasksOf(page);
	await resetTasks(page);
	const gaps = (await scrollFor(page, SCROLL_MS)).sort((a, b) => a - b);
	const scrolling = await tasksOf(page);
	const tasks = [...still, ...scrolling];
	const longest = Math.max(0, ...tasks);
	const over = tasks.filter((ms) => ms > LONGEST_TASK_MS).length;
	console.log(
		`${path}: tasks over 50 ms ${still.length} still + ${scrolling.length} scrolling, over ${LONGEST_TASK_MS} ms ${over}, longest ${longest.toFixed(0)} ms; ` +
			`scrolling ${(gaps.length / (SCROLL_MS / 1000)).toFixed(0)} frames/s, p95 ${gaps[Math.floor(gaps.length * 0.95)]!.toFixed(0)} ms, worst ${gaps.at(-1)!.toFixed(0)} ms ${over === 0 ? '✓' : '✗'}`
	);
	await page.close();
	return over === 0;
}

/** Both pages for some minutes: the heap after a collection, and a line through it. */
async function memoryOf(context: BrowserContext, { url }: RunningServer, minutes: number): Promise<boolean> {
	const watched = await Promise.all(
		PAGES.map(async (path) => {
			const page = await context.newPage();
			await page.goto(`${url}${path}`);
			return { path, session: await context.newCDPSession(page), heap: [] as { x: number; y: number }[] };
		})
	);
	const startedAt = performance.now();
	const warmUpMs = Math.min(WARM_UP_MS, (minutes * MINUTE_MS) / 4);
	while (performance.now() - startedAt < minutes * MINUTE_MS) {
		await new Promise((done) => setTimeout(done, HEAP_EVERY_MS));
		for (const { session, heap } of watched)
			heap.push({
				x: (performance.now() - startedAt) / MINUTE_MS,
				y: (await heapBytes(session)) / 1_000_000
			});
	}
	let isMet = true;
	for (const { path, heap } of watched) {
		const { slope, first, last } = linearFit(heap.filter(({ x }) => x * MINUTE_MS >= warmUpMs));
		const isFlat = last - first <= first * FLAT_SHARE;
		isMet = isMet && isFlat;
		const every = heap.filter((_, i) => i % 4 === 3).map(({ y }) => y.toFixed(1));
		console.log(
			`${path}: heap by minute ${every.join(' ')} MB; line from ${first.toFixed(1)} to ${last.toFixed(1)} MB, ${(slope * 1000).toFixed(0)} kB a minute ${isFlat ? '✓' : '✗'}`
		);
	}
	return isMet;
}

/** Once the stream has ended, every agent in sight must be drawn in the state that the server says. */
async function isRight(
	context: BrowserContext,
	{ url }: RunningServer,
	stream: EventStream
): Promise<boolean> {
	const page: Page = await context.newPage();
	await page.goto(`${url}/agents`);
	await page.waitForTimeout(2_000);
	const accepted = await stream.stop();
	await page.waitForTimeout(3_000);
	const live = (await (await context.request.get(`${url}/api/v1/live`)).json()) as FloorSnapshot;
	const drawn = await page
		.locator('[data-agent]')
		.evaluateAll((cells) =>
			cells.map((cell) => [cell.dataset.agent, cell.style.getPropertyValue('--state')])
		);
	const states = new Map(live.agents.map(({ id, state }) => [id, `var(--agent-${state ?? 'offline'})`]));
	const wrong = drawn.filter(([id, state]) => states.get(id!) !== state);
	console.log(
		`${accepted} of ${stream.sent} events taken; ${drawn.length} agents in sight, ${wrong.length} not as the server says`
	);
	return drawn.length > 0 && wrong.length === 0 && accepted === stream.sent;
}
