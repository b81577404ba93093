import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUser, requestReset, signIn } from '../../../src/lib/server/access/index.ts';
import { openTestContext } from '../../../src/lib/server/access/testing.ts';
import { SYSTEM } from '../../../src/lib/server/context.ts';
import { rankTest } from '../../support/rank-test.ts';

const KNOWN = 'known@example.org';
const UNKNOWN = 'nobody@example.org';
/** Of each, one after the other in turn, so that what slows the machine slows both alike. */
const SAMPLES = 24;
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
	{ timeout: 120_000 },
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
		pending.push(asked.sent);
	};
	// What is done afterwards is not part of the answer.
	const apart: Attempt = async (email, n) => {
		ask(email, n);
	};
	expect(await tells(apart)).toBe(false);
	await Promise.all(pending);
});

it(
	'the comparison finds a difference that is there: no hash for an unknown address',
	{ timeout: 120_000 },
	async () => {
		const leaky: Attempt = (email, n) => (email === UNKNOWN ? later() : wrongPassword(email, n));
		expect(await sample(leaky, 12)).toBeLessThan(ALPHA);
	}
);

it('and one of a tenth, where what is measured is steady', async () => {
	const spin = (ms: number) => {
		const until = performance.now() + ms;
		while (performance.now() < until);
	};
	expect(await sample((email) => spin(email === KNOWN ? 1.1 : 1), 40)).toBeLessThan(ALPHA);
});

it('rankTest() agrees with published values', () => {
	// Equal samples; and complete separation of 20 against 20, z = 5.40 with the correction.
	const up = Array.from({ length: 20 }, (_, i) => i);
	expect(rankTest(up, up)).toBeCloseTo(1, 6);
	expect(
		rankTest(
			up,
			up.map((value) => value + 100)
		)
	).toBeCloseTo(6.8e-8, 9);
});
