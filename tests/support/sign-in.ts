import type { RunningServer } from './start-server.ts';

/** Signs in through the form as a browser without scripts would; resolves to the session's Cookie header. */
export async function signIn(
	{ url }: RunningServer,
	email: string,
	password = 'marea-demo'
): Promise<string> {
	const response = await fetch(`${url}/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url, accept: 'text/html' },
		body: new URLSearchParams({ email, password })
	});
	const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
	if (cookie.length === 0)
		throw new Error(`Signing in as ${email}: ${response.status} ${(await response.text()).slice(0, 300)}`);
	return cookie.join('; ');
}
