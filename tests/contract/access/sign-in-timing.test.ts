import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser, requestReset, signIn } from '../../../src/lib/server/access/index.ts';
import { openTestContext } from '../../../src/lib/server/access/testing.ts';
import { SYSTEM } from '../../../src/lib/server/context.ts';
import { rankTest } from '../../support/rank-test.ts';

const KNOWN = 'known@example.org';
const UNKNOWN = 'nobody@example.org';
/** Of each, one after the other in turn, so that what slows the machine slows both alike. */
const SAMPLES = 40;
/** One in a thousand by chance; two runs in a row must say so: one in a million. */
const ALPHA = 0.001;

let test: Awaited<ReturnType<typeof openTestContext>>;
beforeAll(async () => {
	test = await openTestContext();
	await createUser(test.ctx, SYSTEM, {
		email: KNOWN,
		name: 'Known',
		role: 'supervisor',
		password: 'correct horse'
	});
});
afterAll(() => test.close());

type Attempt = (email: string, n: number) => unknown;

async function sample(attempt: Attempt, samples = SAMPLES): Promise<number> {
	const times: Record<string, number[]> = { [KNOWN]: [], [UNKNOWN]: [] };
	for (let n = -2; n < samples; n++)
		for (const email of n % 2 === 0 ? [KNOWN, UNKNOWN] : [UNKNOWN, KNOWN]) {
			const from = performance.now();
			await attempt(email, n + 3);
			// The first of each warm up.
			if (n >= 0) times[email]!.push(performance.now() - from);
		}
	return rankTest(times[KNOWN]!, times[UNKNOWN]!);
}

/** Whether how long it takes tells a known address from an unknown one. */
async function tells(attempt: Attempt): Promise<boolean> {
	for (let run = 0; run < 2; run++) if ((await sample(attempt)) >= ALPHA) return false;
	return true;
}

/** Time goes on, so that neither limit nor lock is what is measured. */
const later = () => (test.clock.at += 25 * 3_600_000);
const wrongPassword: Attempt = (email, n) => {
	later();
	return signIn(test.ctx, { email, password: 'wrong horse' }, { address: `10.1.0.${n}` });
};

it(
	'to refuse an unknown address takes as long as to refuse a wrong password',
	{ timeout: 240_000 },
	async () => {
		expect(await tells(wrongPassword)).toBe(false);
	}
);

it('to ask for a reset takes as long for an unknown address', async () => {
	const pending: Promise<void>[] = [];
	const ask: Attempt = (email, n) => {
		later();
		const asked = requestReset(test.ctx, { email }, { address: `10.2.0.${n}` }, async () => undefined);
		if (asked.status !== 'asked') throw new Error(asked.status);
		// What is done afterwards is not part of the answer.
		pending.push(asked.sent);
	};
	expect(await tells(ask)).toBe(false);
	await Promise.all(pending);
});

describe('the same comparison finds a difference that is there', { timeout: 240_000 }, () => {
	it('no hash for an unknown address', async () => {
		const leaky: Attempt = (email, n) => (email === UNKNOWN ? later() : wrongPassword(email, n));
		expect(await sample(leaky, 12)).toBeLessThan(ALPHA);
	});

	it('one for it that costs two thirds of the others', async () => {
		// A known address takes half as long again as its own attempt has just taken.
		const leaky: Attempt = async (email, n) => {
			const from = performance.now();
			await wrongPassword(email, n);
			const until = performance.now() + (performance.now() - from) / 2;
			while (email === KNOWN && performance.now() < until);
		};
		expect(await sample(leaky)).toBeLessThan(ALPHA);
	});
});
