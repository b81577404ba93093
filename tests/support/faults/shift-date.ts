import { readFileSync } from 'node:fs';

// Loaded before a server where no library can shift its clock: Date is then off by what a file says, in milliseconds.

const RealDate = Date;
const file = process.env.TEST_CLOCK_FILE!;
let offsetMs = 0;
let readAt = -Infinity;

function now(): number {
	if (performance.now() - readAt > 200) {
		readAt = performance.now();
		offsetMs = Number(readFileSync(file, 'utf8')) || 0;
	}
	return RealDate.now() + offsetMs;
}

globalThis.Date = new Proxy(RealDate, {
	construct: (target, args, newTarget) =>
		Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
	apply: () => new RealDate(now()).toString(),
	get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown))
});
