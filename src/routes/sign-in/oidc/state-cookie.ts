/** Binds the provider's answer to the browser that asked. */
export const STATE_COOKIE = 'marea.oidc';

/** Lax, for the way back comes from another site. */
export const stateCookie = (url: URL, maxAge: number) =>
	({
		path: '/sign-in/oidc',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge
	}) as const;
