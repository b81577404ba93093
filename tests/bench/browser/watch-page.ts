import type { CDPSession, Page } from '@playwright/test';

/** Runs in the page before anything else: long tasks since the last reset, and frames while asked for. */
export const WATCH = `
	window.__tasks = [];
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) window.__tasks.push({ startTime, duration });
	}).observe({ entryTypes: ['longtask'] });
	window.__frames = (ms) => new Promise((done) => {
		const gaps = [];
		let last = performance.now();
		const until = last + ms;
		const step = (now) => {
			gaps.push(now - last);
			last = now;
			if (now < until) requestAnimationFrame(step); else done(gaps);
		};
		requestAnimationFrame(step);
	});
`;

declare const window: {
	__tasks: { startTime: number; duration: number }[];
	__frames: (ms: number) => Promise<number[]>;
	scrollBy: (x: number, y: number) => void;
	scrollY: number;
	innerHeight: number;
};
declare const document: { documentElement: { scrollHeight: number } };

export const resetTasks = (page: Page): Promise<void> => page.evaluate(() => void (window.__tasks = []));
export const tasksOf = (page: Page): Promise<number[]> =>
	page.evaluate(() => window.__tasks.map(({ duration }) => duration));

/** Scrolls up and down for a while; resolves to the time between frames, in milliseconds. */
export async function scrollFor(page: Page, ms: number): Promise<number[]> {
	await page.evaluate(() => {
		let down = true;
		const state = window as unknown as { __scroll: ReturnType<typeof setInterval> };
		state.__scroll = setInterval(() => {
			window.scrollBy(0, down ? 40 : -40);
			if (window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2) down = false;
			if (window.scrollY <= 0) down = true;
		}, 16);
	});
	const gaps = await page.evaluate((wait) => window.__frames(wait), ms);
	await page.evaluate(() =>
		clearInterval((window as unknown as { __scroll: ReturnType<typeof setInterval> }).__scroll)
	);
	return gaps;
}

/** What the page's scripts hold once everything that can go is gone. */
export async function heapBytes(session: CDPSession): Promise<number> {
	await session.send('HeapProfiler.collectGarbage');
	return (await session.send('Runtime.getHeapUsage')).usedSize;
}
