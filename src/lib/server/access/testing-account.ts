import { afterEach, beforeEach } from 'vitest';
import { SYSTEM, type Actor } from '../context.ts';
import { createUser } from './create-user.ts';
import { signIn } from './sign-in.ts';
import { countFailure } from './sign-in-lock.ts';
import { actorWithRole, openTestContext } from './testing.ts';

export const EMAIL = 'marta@example.org';
export const PASSWORD = 'correct horse';

export let test: Awaited<ReturnType<typeof openTestContext>>;
export let userId: string;
/** The account's actor: a planner. */
export let marta: Actor;

/** A centre with one account in each test of the file. */
export function useAccount(): void {
	beforeEach(async () => {
		test = await openTestContext();
		userId = await add(EMAIL);
		marta = { ...actorWithRole('planner'), id: `user:${userId}` };
	});
	afterEach(() => test.close());
}

export async function add(email: string): Promise<string> {
	const made = await createUser(test.ctx, SYSTEM, { email, name: 'M.', role: 'planner', password: PASSWORD });
	if (made.status !== 'created') throw new Error(made.status);
	return made.id;
}

export const from = (n: number) => ({ address: `10.0.${n >> 8}.${n & 255}` });

export const attempt = (password: string, n: number, email = EMAIL) =>
	signIn(test.ctx, { email, password }, from(n));

/** Failures without the hashing that each costs. */
export async function fail(times: number, email = EMAIL): Promise<void> {
	for (let n = 0; n < times; n++) await countFailure(test.ctx, email, from(n).address);
}
